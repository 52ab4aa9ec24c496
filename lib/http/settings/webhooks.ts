import type { WebhookInput, WebhookPatch } from '../../contracts/webhook'
import { listWebhookDeliveries, redeliverMissed, redeliverOne } from '../../services/webhook/deliveries'
import { createWebhook, deleteWebhook, listWebhooks, patchWebhook, rotateWebhook } from '../../services/webhook/manage'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

const idOf = (request: Request) => segmentAfter(request, 'webhooks')

/** `GET /api/v1/settings/webhooks` */
export const getWebhooks = handle(async (ctx) => json({ webhooks: await listWebhooks(ctx) }))

/** `POST /api/v1/settings/webhooks`: the answer is the only place where the secret is shown. */
export const postWebhook = handle(async (ctx, request) => json(await createWebhook(ctx, (await readJson(request)) as WebhookInput), 201))

/** `PATCH /api/v1/settings/webhooks/{id}`: 204 */
export const handlePatchWebhook = handle(async (ctx, request) => {
  await patchWebhook(ctx, idOf(request), (await readJson(request)) as WebhookPatch)
  return new Response(null, { status: 204 })
})

/** `DELETE /api/v1/settings/webhooks/{id}`: 204 */
export const handleDeleteWebhook = handle(async (ctx, request) => {
  await deleteWebhook(ctx, idOf(request))
  return new Response(null, { status: 204 })
})

/** `POST /api/v1/settings/webhooks/{id}/rotation`: the new secret. */
export const postWebhookRotation = handle(async (ctx, request) => json(await rotateWebhook(ctx, idOf(request)), 201))

/** `GET /api/v1/settings/webhooks/{id}/deliveries`: the last hundred. */
export const getWebhookDeliveries = handle(async (ctx, request) => json({ deliveries: await listWebhookDeliveries(ctx, idOf(request)) }))

/** `POST /api/v1/settings/webhooks/{id}/deliveries`: sends all again that did not arrive, at once. */
export const postFailedDeliveries = handle(async (ctx, request) => json({ count: await redeliverMissed(ctx, idOf(request)) }))

/** `POST /api/v1/settings/webhook-deliveries/{id}/redelivery`: 204 */
export const postRedelivery = handle(async (ctx, request) => {
  await redeliverOne(ctx, segmentAfter(request, 'webhook-deliveries'))
  return new Response(null, { status: 204 })
})
