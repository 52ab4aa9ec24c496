import { uuidv7 } from 'uuidv7'
import { ErasureInput, type Erasure } from '../../contracts/erasure'
import { parseId } from '../../contracts/id'
import { parseInput, refuseInput } from '../../contracts/parse'
import { ExternalId } from '../../contracts/text'
import { recordAudit } from '../../db/audit'
import { lockDeletions } from '../../db/comment/tombstone'
import type { Db } from '../../db/connection'
import { findErasure, insertErasure, renewErasure, type ErasureRow } from '../../db/erasure/erasure'
import {
  countCommentsOf,
  findPerson,
  findPersonById,
  forgetAnswers,
  forgetPreviews,
  unnamePerson,
  unnameReporter,
} from '../../db/erasure/person'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { isTypedName } from '../../domain/typed-name'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'
import { hashAuthor } from './author-hash'
import { toErasure } from './find'

/**
 * Erases a commenter, by the source's id of them: at once who they are, and what they said as a reporter; their comments follow in a job
 * (work.ts). What they wrote until now and what arrives later is stored without its text; what they write from now on is somebody new's.
 * Somebody who was never here may be erased as well, and asking twice changes nothing but that it counts until the second time.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function eraseCommenter(ctx: Context, externalId: string): Promise<Erasure> {
  authorize(ctx.actor, 'privacy')
  return startErasure(ctx, parseInput(ExternalId, externalId, 'The external id'))
}

/** The same by our own id, as the desk knows people, with their name typed. @throws DomainError forbidden, invalid_input, not_found */
export async function eraseKnownCommenter(ctx: Context, id: string, asked: unknown): Promise<Erasure> {
  authorize(ctx.actor, 'privacy')
  const { name } = parseInput(ErasureInput, asked)
  const person = await findPersonById(ctx.db, ctx.actor.siteId, parseId(id, 'commenter'))
  if (!person) throw new DomainError('not_found', 'There is no such commenter.')
  if (!isTypedName(name, person.name)) throw refuseInput([{ path: ['name'], message: 'is not their name' }])
  return startErasure(ctx, person.externalId)
}

async function startErasure(ctx: Context, externalId: string): Promise<Erasure> {
  const { actor, idempotencyKey: key } = ctx
  const { siteId } = actor
  const hash = hashAuthor(siteId, externalId)
  const named = { siteId, externalId, own: key === undefined || !('id' in actor) ? null : { actorId: actor.id, key } }
  const begun = await ctx.db.transaction(async (db) => {
    // First, since it may take a moment, and no comment that comes in waits for it.
    await unnameReporter(db, siteId, externalId)
    await forgetAnswers(db, named)
    // Whoever adds comments has done so by now, or will know of this.
    await lockDeletions(db, siteId)
    const now = ctx.now()
    const person = await findPerson(db, siteId, externalId)
    const earlier = await findErasure(db, siteId, hash)
    if (!person && earlier) {
      await renewErasure(db, earlier, now)
      return toErasure({ ...earlier, erasedAt: now })
    }
    const erasure = await forgetPerson(db, { ctx, commenterId: person?.id ?? null, now })
    await insertErasure(db, hash, erasure)
    return toErasure({ ...erasure, done: 0 })
  })
  // Whoever asked in that moment was answered from what was there before.
  await forgetAnswers(ctx.db, named)
  return begun
}

interface Asked {
  ctx: Context
  commenterId: string | null
  now: Date
}

async function forgetPerson(db: Db, { ctx, commenterId, now }: Asked): Promise<Omit<ErasureRow, 'done'>> {
  const { siteId } = ctx.actor
  const [id, actor] = [uuidv7(), describeActor(ctx.actor)]
  const total = commenterId === null ? 0 : await countCommentsOf(db, siteId, commenterId)
  if (commenterId !== null) {
    await unnamePerson(db, siteId, commenterId)
    await forgetPreviews(db, siteId)
  }
  await recordAudit(db, { siteId, actor, act: 'commenter.erase', subjectId: commenterId ?? id, subjectName: '', at: now })
  return { siteId, id, commenterId, actor, erasedAt: now, total, finishedAt: commenterId === null ? now : null }
}
