import type { Db } from '../../db/connection'
import type { CommentFilter } from '../../db/queue/comment-filter'
import { countAmongNewest, countFiltered, isOutOfTime } from '../../db/queue/queue-count'

/** A count may take so long: a few hundred thousand comments that are looked at one by one. */
const LONGEST_MS = 1000
/** Up to this many comments, the answer is known in a moment, whatever the filter. */
const NEWEST = 10_000

/** How many comments a filter matches; a lower bound where it is capped. */
export interface FilteredCount {
  count: number
  isCapped: boolean
}

/**
 * Counts what a filter matches, up to `cap`. Where the database would have to look through more comments than it can in a second, only the
 * newest are counted: a figure beside a name is not worth keeping the database busy for long.
 */
export async function countUpTo(db: Db, filter: CommentFilter, cap: number): Promise<FilteredCount> {
  try {
    const count = await countFiltered(db, filter, cap + 1, LONGEST_MS)
    return { count: Math.min(cap, count), isCapped: count > cap }
  } catch (error) {
    if (!isOutOfTime(error)) throw error
    const { count, isWhole } = await countAmongNewest(db, filter, NEWEST)
    return { count: Math.min(cap, count), isCapped: !isWhole || count > cap }
  }
}
