export { getOpenapi as GET } from '@/lib/http/api/get-openapi'
