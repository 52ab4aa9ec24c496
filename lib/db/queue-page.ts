import type { CommentStatus } from '../domain/comment'
import { queueOrder, type Queue } from '../domain/queues'
import { selectRows, toRow, type OrderedRow, type RowRecord } from './comment-read'
import type { Db } from './connection'
import { QUEUE_PREDICATES } from './queue-predicates'

interface QueuePageQuery {
  siteId: string
  queue: Queue
  article: string | undefined
  /** Empty means every status. */
  status: readonly CommentStatus[]
  /** Where the page before ended; microseconds since 1970 as text. */
  after: { orderedAt: string; id: string } | null
  limit: number
}

/**
 * The most rows a page is asked for (lib/contracts/queue.ts) and one more. It stands in the text so that a plan made for
 * any `limit` still expects a page and not a tenth of the table; no more rows than `limit` are read.
 */
const LONGEST_PAGE = 101

/**
 * The next `limit` comments of a queue after a position, in the queue's order.
 *
 * The position is a row comparison, so that the index is entered at the place and walked from there; conditions that do
 * not apply are left out of the text, because `$1 IS NULL OR …` hides the index from a prepared plan.
 */
export async function listQueueRows(db: Db, query: QueuePageQuery): Promise<OrderedRow[]> {
  const isOldestFirst = queueOrder(query.queue) === 'oldest_first'
  const order = isOldestFirst ? 'ORDER BY c.ordered_at, c.id' : 'ORDER BY c.ordered_at DESC, c.id DESC'
  const values: unknown[] = [query.siteId, query.limit]
  const bind = (value: unknown) => `$${values.push(value)}`
  const conditions = ['c.site_id = $1', QUEUE_PREDICATES[query.queue]]
  let name = `queue-${query.queue}`
  if (query.article !== undefined) {
    conditions.push(`c.article_id = ${bind(query.article)}::uuid`)
    name += '-article'
  }
  if (query.status.length > 0) {
    conditions.push(`c.status = ANY(${bind(query.status)}::comment_status[])`)
    name += '-status'
  }
  if (query.after) {
    const { orderedAt, id } = query.after
    const time = `timestamptz 'epoch' + (${bind(orderedAt)}::text || ' microseconds')::interval`
    conditions.push(`(c.ordered_at, c.id) ${isOldestFirst ? '>' : '<'} (${time}, ${bind(id)}::uuid)`)
    name += '-after'
  }
  const longest = `SELECT c.* FROM comment c WHERE ${conditions.join(' AND ')} ${order} LIMIT ${LONGEST_PAGE}`
  const picked = `SELECT c.* FROM (${longest}) c LIMIT $2`
  const records = await db.query<RowRecord>(selectRows(picked, order), values, name)
  return records.map(toRow)
}
