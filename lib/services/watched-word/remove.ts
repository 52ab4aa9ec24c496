import { parseId } from '../../contracts/id'
import { deleteWatchedWord } from '../../db/score/watched-word'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/** Stops watching a word. @throws DomainError forbidden, not_found */
export async function removeWatchedWord(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'configure')
  const isRemoved = await deleteWatchedWord(ctx.db, ctx.actor.siteId, parseId(id, 'watched word'))
  if (!isRemoved) throw new DomainError('not_found', 'There is no such watched word.')
}
