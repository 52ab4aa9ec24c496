export { handlePostReport as POST } from '@/lib/http/post-report'
