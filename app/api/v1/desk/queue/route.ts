export { getQueue as GET } from '@/lib/http/desk/get-queue'
