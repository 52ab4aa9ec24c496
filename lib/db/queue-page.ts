import type { QueueSort } from '../domain/queues'
import type { Term } from '../domain/search/terms'
import { selectRows, toRow, type CommentRow, type RowRecord } from './comment-read'
import { Values, writeConditions, type CommentFilter } from './comment-filter'
import type { Db } from './connection'
import { microseconds, orderOf, type QueuePosition } from './queue-order'
import { REVIEW_PREDICATE } from './queue-predicates'
import { writeHits, type AgeCut } from './word-hits'

/**
 * The most rows a page is asked for (lib/contracts/queue.ts) and one more. It stands in the text so that a plan made for
 * any `limit` still expects a page and not a tenth of the table; no more rows than `limit` are read.
 */
const LONGEST_PAGE = 101

interface QueuePageQuery extends CommentFilter {
  sort: QueueSort
  /** Where the page before ended. */
  after: QueuePosition | null
  limit: number
}

/** The next `limit` comments of a queue after a position, in the order asked for, each with its own position. */
export async function listQueueRows(db: Db, query: QueuePageQuery): Promise<{ row: CommentRow; position: QueuePosition }[]> {
  const values = new Values(query.siteId)
  const { text, order, name } = await writePicked(db, query, values)
  const picked = `SELECT c.*, ${order.key} AS sort_key FROM (${text} ${order.by} LIMIT ${LONGEST_PAGE}) c LIMIT ${values.bind(query.limit)}`
  const records = await db.query<RowRecord & { sort_key: string }>(selectRows(picked, order.by, 'c.sort_key'), values.list, name)
  return records.map((record) => ({ row: toRow(record), position: { key: record.sort_key, id: record.id } }))
}

const OVER_ALL: readonly QueueSort[] = ['priority', 'reports', 'activity']

/** The statement that picks the comments, before it is ordered and cut. */
async function writePicked(db: Db, query: QueuePageQuery, values: Values) {
  const order = orderOf(query.queue, query.sort)
  const { terms, source } = await writeHits(db, query, values, cutByAge(query, values))
  const conditions = writeConditions({ ...query, terms }, values)
  // These orders have one index each, over all that waits: the predicate is said again as that index says it.
  if (OVER_ALL.includes(query.sort)) conditions.push(REVIEW_PREDICATE)
  // The young ones stand at the far end of an order by urgency: they are picked by age first, and sorted.
  const isYoung = !isByAge(query.sort) && terms.some(isLowerBound)
  const inner = isYoung ? `(SELECT c.* FROM ${source} c WHERE ${conditions.splice(0).join(' AND ')} OFFSET 0)` : source
  if (query.after) conditions.push(order.after(query.after, values))
  // Few texts are worth a prepared statement on every connection.
  const name = terms.length > 1 || source !== 'comment' ? undefined : 'queue-page'
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  return { text: `SELECT c.* FROM ${inner} c ${where}`, order, name }
}

const isByAge = (sort: QueueSort) => sort === 'oldest' || sort === 'newest'

/** Whether a term leaves only what was written after some time. */
function isLowerBound(term: Term): boolean {
  if (term.isNot) return false
  return (term.field === 'time' && term.side === 'after') || (term.field === 'age' && term.comparison.startsWith('<'))
}

/** The page among the words' own rows, where the whole site is searched by age and nothing else is asked. */
function cutByAge({ queue, sort, article, commenter, status, terms, after }: QueuePageQuery, values: Values): AgeCut | null {
  const isPlain =
    queue === 'newest' &&
    article === undefined &&
    commenter === undefined &&
    status.length === 0 &&
    terms.every((term) => term.field === 'words')
  if (!isPlain || !terms.some((term) => !term.isNot)) return null
  const [sign, direction] = sort === 'oldest' ? ['>', ''] : ['<', ' DESC']
  return {
    by: `ORDER BY ordered_at${direction}, comment_id${direction}`,
    after: after && (() => `(ordered_at, comment_id) ${sign} (${microseconds(values, after.key)}, ${values.bind(after.id)}::uuid)`),
    limit: LONGEST_PAGE,
  }
}
