import { parseInput } from '../../contracts/parse'
import { QueueFilter } from '../../contracts/queue'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'
import { countUpTo, type FilteredCount } from './count-filtered'
import { readFilter } from './filter'

/** So many are counted; a search that finds more says so. */
const CAP = 1000

/**
 * How many comments a search finds, up to 1,000 and within its time limit.
 *
 * @throws DomainError forbidden, invalid_input for a search that is not understood
 */
export async function countFound(ctx: Context, q: string): Promise<FilteredCount> {
  authorize(ctx.actor, 'read')
  return countUpTo(ctx.db, readFilter(ctx, 'newest', parseInput(QueueFilter, { q })), CAP)
}
