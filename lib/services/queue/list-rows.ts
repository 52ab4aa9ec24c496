import { parseInput } from '../../contracts/parse'
import { RowsQuery, type QueueRow } from '../../contracts/queue'
import { listCommentRows } from '../../db/comment/comment-read'
import { authorize } from '../../domain/actor'
import { listAllowedOn } from '../../domain/decisions'
import { rememberShown } from '../comment/shown-states'
import type { Context } from '../context'

/** Named comments as rows of a queue, for who has them on screen; what is not there is left out. @throws DomainError forbidden, invalid_input */
export async function listRows(ctx: Context, asked: RowsQuery): Promise<QueueRow[]> {
  authorize(ctx.actor, 'read')
  const rows = await listCommentRows(ctx.db, ctx.actor.siteId, parseInput(RowsQuery, asked).ids)
  rememberShown(rows)
  return rows.map((row) => ({ allowed: listAllowedOn(ctx.actor, row), ...row }))
}
