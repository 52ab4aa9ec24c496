export { getOpenapi as GET } from '@/lib/http/get-openapi'
