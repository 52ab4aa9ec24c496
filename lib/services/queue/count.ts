import { parseInput } from '../../contracts/parse'
import { QueueFilter, type QueueCounts } from '../../contracts/queue'
import { countMine } from '../../db/queue/queue-count'
import { readQueueTotals } from '../../db/queue/queue-total'
import { authorize } from '../../domain/actor'
import { QUEUES } from '../../domain/queues'
import type { Context } from '../context'
import { countUpTo } from './count-filtered'
import { readFilter } from './filter'

/** A filtered queue is counted up to here. */
const CAP = 10_000

/**
 * How many comments each queue holds under these filters. Without a search and status the figures are kept by the database
 * and exact; with one, the comments are counted, up to 10,000 and for as long as that may take.
 *
 * @throws DomainError forbidden, invalid_input for a search that is not understood
 */
export async function countQueues(ctx: Context, asked: Partial<QueueFilter>): Promise<QueueCounts> {
  authorize(ctx.actor, 'read')
  const query = parseInput(QueueFilter, asked)
  const filters = QUEUES.map((queue) => readFilter(ctx, queue, query))
  const [filter] = filters
  if (filter && filter.commenter === undefined && filter.status.length === 0 && filter.terms.length === 0) {
    const [totals, mine] = await Promise.all([readQueueTotals(ctx.db, filter.siteId, filter.article), countMine(ctx.db, filter)])
    return { ...totals, mine, capped: [] }
  }
  const counts = await Promise.all(filters.map((one) => countUpTo(ctx.db, one, CAP)))
  return { ...toCounts(counts.map(({ count }) => count)), capped: QUEUES.filter((_, index) => counts[index]?.isCapped) }
}

function toCounts(counts: number[]): Omit<QueueCounts, 'capped'> {
  return Object.fromEntries(QUEUES.map((queue, index) => [queue, counts[index] ?? 0])) as Omit<QueueCounts, 'capped'>
}
