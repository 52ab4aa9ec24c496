export { getDecisionLog as GET } from '@/lib/http/desk/log'
