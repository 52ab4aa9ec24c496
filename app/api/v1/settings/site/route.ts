export { getSiteSettings as GET, putSiteSettings as PUT } from '@/lib/http/settings/site'
