export { getCounts as GET } from '@/lib/http/desk/get-counts'
