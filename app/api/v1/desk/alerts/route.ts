export { getAlerts as GET } from '@/lib/http/alerts'
