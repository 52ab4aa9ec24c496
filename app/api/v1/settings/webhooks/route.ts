import { getWebhooks, postWebhook } from '@/lib/http/settings/webhooks'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getWebhooks, POST: postWebhook })
