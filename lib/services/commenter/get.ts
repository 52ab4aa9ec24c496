import { parseId } from '../../contracts/id'
import type { CommenterPage } from '../../contracts/commenter'
import { findCommenterRecord } from '../../db/comment/comment-background'
import { countByMonth } from '../../db/commenter-trend'
import { listNotes } from '../../db/queue/teamwork'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { listQueue } from '../queue/list'

/** Who somebody is here: what their comments came to, month by month, the latest of them, and what colleagues noted. @throws DomainError forbidden, not_found */
export async function getCommenter(ctx: Context, id: string): Promise<CommenterPage> {
  authorize(ctx.actor, 'read')
  const commenterId = parseId(id, 'commenter')
  const { db, actor } = ctx
  const record = await findCommenterRecord(db, actor.siteId, commenterId, ctx.now())
  if (!record) throw new DomainError('not_found', 'There is no such commenter.')
  const [notes, months, latest] = await Promise.all([
    listNotes(db, actor.siteId, null, commenterId),
    countByMonth(db, actor.siteId, commenterId, ctx.now()),
    listQueue(ctx, { queue: 'newest', commenter: commenterId, limit: 50 }),
  ])
  return { record, notes, months, latest }
}
