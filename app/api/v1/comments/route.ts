export { handlePostComments as POST } from '@/lib/http/api/post-comments'
