export { handlePostPerspective as POST } from '@/lib/http/api/post-analyze'
