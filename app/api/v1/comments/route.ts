export { handlePostComments as POST } from '@/lib/http/post-comments'
