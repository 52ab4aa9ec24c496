export { postBatchStart as POST } from '@/lib/http/desk/batches'
