export { handlePostPerspective as POST } from '@/lib/http/post-analyze'
