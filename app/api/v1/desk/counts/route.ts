export { getCounts as GET } from '@/lib/http/get-counts'
