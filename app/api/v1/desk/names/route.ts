export { getNames as GET } from '@/lib/http/desk/names'
