export { getBatch as GET } from '@/lib/http/desk/batches'
