import type { QueueSort } from '../domain/queues'
import type { Term } from '../domain/search/terms'
import { selectRows, toRow, type CommentRow, type RowRecord } from './comment-read'
import { Values, writeConditions, type CommentFilter } from './comment-filter'
import type { Db } from './connection'
import { findNamedArticles } from './named-articles'
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
export async function listQueueRows(db: Db, asked: QueuePageQuery): Promise<{ row: CommentRow; position: QueuePosition }[]> {
  const named = asked.article === undefined ? await findNamedArticles(db, asked.siteId, asked.terms) : null
  if (named?.ids.length === 0) return []
  const query = named === null ? asked : { ...asked, terms: named.rest }
  const values = new Values(query.siteId)
  const [only, ...others] = named?.ids ?? []
  const { text, order, name } =
    others.length === 0
      ? await writePicked(db, only === undefined ? query : { ...query, article: only }, values)
      : await writePicked(db, query, values, named?.ids)
  const picked = `SELECT c.*, ${order.key} AS sort_key FROM (${text} ${order.by} LIMIT ${LONGEST_PAGE}) c LIMIT ${values.bind(query.limit)}`
  const records = await db.query<RowRecord & { sort_key: string }>(selectRows(picked, order.by, 'c.sort_key'), values.list, name)
  return records.map((record) => ({ row: toRow(record), position: { key: record.sort_key, id: record.id } }))
}

const OVER_ALL: readonly QueueSort[] = ['priority', 'reports', 'activity']

/** The statement that picks the comments, before it is ordered and cut. */
async function writePicked(db: Db, query: QueuePageQuery, values: Values, articles?: readonly string[]) {
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
  const isPlain = source === 'comment' || query.terms.every((term) => term.field === 'words')
  const name = query.terms.length > 1 || !isPlain ? undefined : 'queue-page'
  if (articles !== undefined) return { text: writeOfEach(articles, inner, conditions, order.by, values), order, name: undefined }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  return { text: `SELECT c.* FROM ${inner} c ${where}`, order, name }
}

/** A page of each of some articles, which together hold the page of all of them. */
function writeOfEach(articles: readonly string[], source: string, conditions: readonly string[], by: string, values: Values): string {
  const where = [...conditions, 'c.article_id = named.id'].join(' AND ')
  return `SELECT c.* FROM unnest(${values.bind(articles)}::uuid[]) AS named (id)
    CROSS JOIN LATERAL (SELECT c.* FROM ${source} c WHERE ${where} ${by} LIMIT ${LONGEST_PAGE}) c`
}

const isByAge = (sort: QueueSort) => sort === 'oldest' || sort === 'newest'

/** Whether a term leaves only what was written after some time. */
function isLowerBound(term: Term): boolean {
  if (term.isNot) return false
  return (term.field === 'time' && term.side === 'after') || (term.field === 'age' && term.comparison.startsWith('<'))
}

/** The page among the words' own rows, where the whole site is searched by age and nothing else is asked. */
function cutByAge({ queue, sort, article, commenter, status, terms, after, limit }: QueuePageQuery, values: Values): AgeCut | null {
  const isPlain =
    queue === 'newest' &&
    article === undefined &&
    commenter === undefined &&
    status.length === 0 &&
    terms.every((term) => term.field === 'words')
  if (!isPlain || !terms.some((term) => !term.isNot)) return null
  return {
    from: sort === 'oldest' ? 'oldest' : 'newest',
    after: after && (() => ({ at: microseconds(values, after.key), id: values.bind(after.id) })),
    limit,
  }
}
