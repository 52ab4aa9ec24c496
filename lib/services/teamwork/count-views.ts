import { QueueQuery } from '../../contracts/queue'
import type { CountedViews, SavedView, ViewCount } from '../../contracts/teamwork'
import { countMine } from '../../db/queue/queue-count'
import { readQueueTotals } from '../../db/queue/queue-total'
import { isUnderstood } from '../../domain/search/parse'
import type { Context } from '../context'
import { countUpTo, type FilteredCount } from '../queue/count-filtered'
import { readFilter } from '../queue/filter'
import { listSavedViews } from './views'

/** A view is counted up to here: beyond that, how many more there are changes nothing for who looks at it. */
const CAP = 1000
/** Views of one answer. */
const MOST_VIEWS = 40
/** What is counted by looking is counted once in so long, for all who keep the same filters. */
const KEPT_MS = 30_000
/** Counts that are kept; with more, the oldest goes. */
const MOST_KEPT = 500

const kept = new Map<string, { until: number; count: Promise<FilteredCount> }>()

/**
 * The caller's saved views of the queue, as colleagues share and remove them, and how many comments each holds: exact where the
 * database keeps the figure, else counted to 1,000 and for as long as that may take, at most half a minute ago. A view whose address is
 * not understood any more has no figure.
 *
 * @throws DomainError forbidden
 */
export async function countViews(ctx: Context): Promise<CountedViews> {
  const views = await listSavedViews(ctx)
  const counts: ViewCount[] = []
  // One after the other: the desk does not wait for these, and others wait for the database.
  for (const view of views.slice(0, MOST_VIEWS)) {
    const count = await countView(ctx, view)
    if (count !== null) counts.push({ id: view.id, ...count })
  }
  return { views, counts }
}

async function countView(ctx: Context, { address }: SavedView): Promise<FilteredCount | null> {
  const asked = new URLSearchParams(address)
  const query = QueueQuery.safeParse({ ...Object.fromEntries(asked), status: asked.getAll('status'), cursor: undefined, limit: undefined })
  if (!query.success || !isUnderstood(query.data.q)) return null
  const { queue, article, commenter, status, q } = query.data
  const filter = readFilter(ctx, queue, { article, commenter, status, q })
  const isPlain = commenter === undefined && status.length === 0 && filter.terms.length === 0
  if (isPlain && queue === 'mine') return { count: await countMine(ctx.db, filter), isCapped: false }
  if (isPlain && queue !== 'mine') return { count: (await readQueueTotals(ctx.db, filter.siteId, article))[queue], isCapped: false }
  const whose = queue === 'mine' ? filter.viewer : null
  const key = JSON.stringify([filter.siteId, queue, whose, article, commenter, status, q])
  return keepCount(key, ctx.now().getTime(), () => countUpTo(ctx.db, filter, CAP))
}

function keepCount(key: string, now: number, read: () => Promise<FilteredCount>): Promise<FilteredCount> {
  const known = kept.get(key)
  if (known !== undefined && known.until > now) return known.count
  const count = read()
  kept.delete(key)
  kept.set(key, { until: now + KEPT_MS, count })
  // A failure is told to whoever asked, and nobody else.
  count.catch(() => kept.delete(key))
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
  return count
}
