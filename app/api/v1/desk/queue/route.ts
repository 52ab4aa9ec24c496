export { getQueue as GET } from '@/lib/http/get-queue'
