export { getSites as GET, postSite as POST } from '@/lib/http/settings/site'
