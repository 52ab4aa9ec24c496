export { getWebhooks as GET, postWebhook as POST } from '@/lib/http/settings/webhooks'
