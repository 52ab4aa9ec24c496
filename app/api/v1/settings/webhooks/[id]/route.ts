import { handleDeleteWebhook, handlePatchWebhook } from '@/lib/http/settings/webhooks'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PATCH: handlePatchWebhook, DELETE: handleDeleteWebhook })
