import { parseId } from '../../contracts/id'
import { deleteWatchedWord } from '../../db/score/watched-word'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'

/** Stops watching a word. @throws DomainError forbidden, not_found */
export async function removeWatchedWord(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'configure')
  const wordId = parseId(id, 'watched word')
  await ctx.db.transaction(async (db) => {
    const term = await deleteWatchedWord(db, ctx.actor.siteId, wordId)
    if (term === null) throw new DomainError('not_found', 'There is no such watched word.')
    await noteChange(ctx, db, 'watched_word.delete', { id: wordId, name: term })
  })
}
