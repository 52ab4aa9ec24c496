import type { QueuePage, QueueQuery } from '../../contracts/queue'
import { listQueueRows } from '../../db/queue-page'
import { authorize } from '../../domain/actor'
import { listAllowedDecisions } from '../../domain/decisions'
import type { Context } from '../context'
import { readCursor, writeCursor } from './cursor'

/**
 * One page of a queue, in the queue's order (lib/domain/queues.ts), with the decisions this actor may take on each row.
 *
 * @throws DomainError forbidden without the permission to read, invalid_input for a cursor that is not ours
 */
export async function listQueue(ctx: Context, query: QueueQuery): Promise<QueuePage> {
  authorize(ctx.actor, 'read')
  const after = query.cursor === undefined ? null : readCursor(query.cursor)
  const { queue, article, status, limit } = query
  // One more than is shown tells whether there is a next page.
  const found = await listQueueRows(ctx.db, { siteId: ctx.actor.siteId, queue, article, status, after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ row }) => ({ ...row, allowed: listAllowedDecisions(ctx.actor, row.state) })),
    nextCursor: found.length > limit && last ? writeCursor({ orderedAt: last.orderedAt, id: last.row.id }) : null,
    now: ctx.now().toISOString(),
  }
}
