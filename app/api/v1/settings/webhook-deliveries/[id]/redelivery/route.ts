export { postRedelivery as POST } from '@/lib/http/settings/webhooks'
