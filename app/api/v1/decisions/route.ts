export { handleGetDecisions as GET } from '@/lib/http/api/get-decisions'
