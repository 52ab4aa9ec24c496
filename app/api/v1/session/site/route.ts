export { postSessionSite as POST } from '@/lib/http/desk/session-site'
