export { getOverview as GET } from '@/lib/http/desk/newsroom'
