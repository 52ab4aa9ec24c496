export { previewAlertLines as GET } from '@/lib/http/desk/alerts'
