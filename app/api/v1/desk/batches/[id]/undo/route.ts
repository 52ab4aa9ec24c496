export { postBatchUndo as POST } from '@/lib/http/desk/batches'
