export { getWebhookDeliveries as GET, postFailedDeliveries as POST } from '@/lib/http/settings/webhooks'
