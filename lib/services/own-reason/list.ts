import type { OwnReasonResource } from '../../contracts/own-reason'
import { listOwnReasonRows, type OwnReasonRow } from '../../db/own-reason'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** The reasons of the actor's newsroom, in their order, the retired ones last. @throws DomainError forbidden */
export async function listOwnReasons(ctx: Context): Promise<OwnReasonResource[]> {
  authorize(ctx.actor, 'configure')
  return (await listOwnReasonRows(ctx.db, ctx.actor.siteId)).map(toOwnReasonResource)
}

/** What can be chosen of them, by name and in their order. @throws DomainError forbidden */
export async function listReasonsToChoose(ctx: Context): Promise<string[]> {
  authorize(ctx.actor, 'read')
  return (await listOwnReasonRows(ctx.db, ctx.actor.siteId)).filter(({ retiredAt }) => retiredAt === null).map(({ label }) => label)
}

/** A reason as the API shows it. */
export function toOwnReasonResource({ id, label, message, retiredAt }: OwnReasonRow): OwnReasonResource {
  return { id, label, message, isRetired: retiredAt !== null }
}
