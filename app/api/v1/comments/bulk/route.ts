export { handlePostBulk as POST } from '@/lib/http/api/post-bulk'
