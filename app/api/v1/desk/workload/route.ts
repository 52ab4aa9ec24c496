export { getWorkload as GET } from '@/lib/http/desk/newsroom'
