import type { BatchResource } from '../../contracts/batch'
import { parseId } from '../../contracts/id'
import { findBatch } from '../../db/decision/batch-read'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/** A batch and what became of its comments. @throws DomainError forbidden, not_found */
export async function getBatch(ctx: Context, id: string): Promise<BatchResource> {
  authorize(ctx.actor, 'read')
  const batch = await findBatch(ctx.db, ctx.actor.siteId, parseId(id, 'batch'))
  if (!batch) throw new DomainError('not_found', 'There is no such batch.')
  return batch
}
