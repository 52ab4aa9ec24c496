export { handleGetSearch as GET } from '@/lib/http/get-search'
