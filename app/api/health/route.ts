export { getHealth as GET } from '@/lib/http/health'
