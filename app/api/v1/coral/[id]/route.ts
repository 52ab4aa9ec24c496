export { handlePostCoral as POST } from '@/lib/http/api/post-coral'
