export { postExchange as POST } from '@/lib/http/desk/batches'
