import { getWebhookDeliveries, postFailedDeliveries } from '@/lib/http/settings/webhooks'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getWebhookDeliveries, POST: postFailedDeliveries })
