export { getDeskEvents as GET } from '@/lib/http/desk/events'
