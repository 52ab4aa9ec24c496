export { postSessionSite as POST } from '@/lib/http/session-site'
