export { getAlertLines as GET, putAlertLines as PUT } from '@/lib/http/desk/alerts'
