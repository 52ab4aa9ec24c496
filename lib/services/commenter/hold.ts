import { CommenterHoldInput, type CommenterHold } from '../../contracts/commenter-hold'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { deleteHold, findHold, insertHold } from '../../db/commenter-hold'
import type { Db } from '../../db/connection'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'

/**
 * Holds everything that somebody sends from now on, edits included; what is already here stays as it is. If a colleague already holds
 * it, that hold stays, with their note.
 *
 * @returns what stands now
 * @throws DomainError forbidden, invalid_input, not_found
 */
export async function holdCommenter(ctx: Context, id: string, input: CommenterHoldInput): Promise<CommenterHold | null> {
  authorize(ctx.actor, 'decide')
  const commenterId = parseId(id, 'commenter')
  const { note } = parseInput(CommenterHoldInput, input)
  const { siteId, name: byName } = ctx.actor
  return ctx.db.transaction(async (db) => {
    const name = await insertHold(db, siteId, commenterId, { byName, note: note.trim(), at: ctx.now() })
    if (name !== null) await noteChange(ctx, db, 'commenter.hold', { id: commenterId, name })
    return expectStanding(db, siteId, commenterId)
  })
}

/** Stops holding what somebody sends; what is held stays so until a person decides. @throws DomainError forbidden, not_found */
export async function releaseCommenter(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'decide')
  const commenterId = parseId(id, 'commenter')
  await ctx.db.transaction(async (db) => {
    const name = await deleteHold(db, ctx.actor.siteId, commenterId)
    if (name !== null) await noteChange(ctx, db, 'commenter.release', { id: commenterId, name })
    else await expectStanding(db, ctx.actor.siteId, commenterId)
  })
}

async function expectStanding(db: Db, siteId: string, commenterId: string): Promise<CommenterHold | null> {
  const standing = await findHold(db, siteId, commenterId)
  if (!standing) throw new DomainError('not_found', 'There is no such commenter.')
  return standing.hold
}
