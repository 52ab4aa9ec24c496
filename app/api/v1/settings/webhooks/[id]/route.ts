export { handleDeleteWebhook as DELETE, handlePatchWebhook as PATCH } from '@/lib/http/settings/webhooks'
