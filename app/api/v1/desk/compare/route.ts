export { getComparison as GET } from '@/lib/http/desk/newsroom'
