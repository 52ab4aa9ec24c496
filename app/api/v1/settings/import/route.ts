export { postImport as POST } from '@/lib/http/post-import'
