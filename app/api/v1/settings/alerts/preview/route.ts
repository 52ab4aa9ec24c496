export { previewAlertLines as GET } from '@/lib/http/alerts'
