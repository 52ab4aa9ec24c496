export { handlePostBulk as POST } from '@/lib/http/post-bulk'
