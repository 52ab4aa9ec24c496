export { handleGetDecisions as GET } from '@/lib/http/get-decisions'
