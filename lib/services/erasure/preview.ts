import type { ErasurePreview } from '../../contracts/erasure'
import { parseId } from '../../contracts/id'
import { findPersonById } from '../../db/erasure/person'
import { countErasable } from '../../db/erasure/preview'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/** What erasing a commenter would erase, before anybody does it. @throws DomainError forbidden, not_found */
export async function previewErasure(ctx: Context, id: string): Promise<ErasurePreview> {
  authorize(ctx.actor, 'privacy')
  const { siteId } = ctx.actor
  const person = await findPersonById(ctx.db, siteId, parseId(id, 'commenter'))
  if (!person) throw new DomainError('not_found', 'There is no such commenter.')
  return { name: person.name, counts: await countErasable(ctx.db, siteId, person) }
}
