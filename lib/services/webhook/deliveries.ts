import { parseId } from '../../contracts/id'
import type { DeliveryResource } from '../../contracts/webhook'
import { listDeliveries, redeliver } from '../../db/webhook-delivery'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { expectEndpoint } from './manage'

const MAX_SHOWN = 100

/** An endpoint's last deliveries with their tries. @throws DomainError forbidden, not_found */
export async function listWebhookDeliveries(ctx: Context, endpointId: string): Promise<DeliveryResource[]> {
  authorize(ctx.actor, 'configure')
  const { id } = await expectEndpoint(ctx, ctx.db, endpointId)
  return listDeliveries(ctx.db, ctx.actor.siteId, id, MAX_SHOWN)
}

/** Sends a delivery again, whatever became of it; its id stays the same. @throws DomainError forbidden, not_found */
export async function redeliverOne(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'configure')
  const count = await redeliver(ctx.db, ctx.actor.siteId, { id: parseId(id, 'delivery') }, ctx.now())
  if (count === 0) throw new DomainError('not_found', 'There is no such delivery.')
}

/** Sends all again that an endpoint did not take, those that wait for their next try too; returns how many. @throws DomainError forbidden, not_found */
export async function redeliverMissed(ctx: Context, endpointId: string): Promise<number> {
  authorize(ctx.actor, 'configure')
  const { id } = await expectEndpoint(ctx, ctx.db, endpointId)
  return redeliver(ctx.db, ctx.actor.siteId, { endpointId: id }, ctx.now())
}
