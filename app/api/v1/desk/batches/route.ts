export { postBatch as POST } from '@/lib/http/desk/batches'
