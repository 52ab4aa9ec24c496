export { getAlerts as GET } from '@/lib/http/desk/alerts'
