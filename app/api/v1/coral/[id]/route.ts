export { handlePostCoral as POST } from '@/lib/http/post-coral'
