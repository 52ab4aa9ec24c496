import type { QueueCounts, QueueQuery } from '../../contracts/queue'
import { countQueueRows } from '../../db/queue-count'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** How many comments each queue holds under these filters, exactly. @throws DomainError forbidden */
export async function countQueues(ctx: Context, filter: Partial<Pick<QueueQuery, 'article' | 'status'>>): Promise<QueueCounts> {
  authorize(ctx.actor, 'read')
  return countQueueRows(ctx.db, { siteId: ctx.actor.siteId, article: filter.article, status: filter.status ?? [] })
}
