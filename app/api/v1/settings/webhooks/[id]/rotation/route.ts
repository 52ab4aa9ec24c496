export { postWebhookRotation as POST } from '@/lib/http/settings/webhooks'
