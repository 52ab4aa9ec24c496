export { handlePostReport as POST } from '@/lib/http/api/post-report'
