import type { QueueCounts } from '../contracts/queue'
import type { CommentStatus } from '../domain/comment'
import { QUEUES } from '../domain/queues'
import type { Db } from './connection'
import { QUEUE_PREDICATES } from './queue-predicates'

/**
 * How many comments each queue holds, exactly, in one statement: a subquery for each, so that each counts its own
 * partial index. Only `newest`, which holds everything, costs more as a site grows.
 */
export async function countQueueRows(
  db: Db,
  filter: { siteId: string; article: string | undefined; status: readonly CommentStatus[] },
): Promise<QueueCounts> {
  const values: unknown[] = [filter.siteId]
  const bind = (value: unknown) => `$${values.push(value)}`
  let conditions = 'c.site_id = $1'
  let name = 'queue-counts'
  if (filter.article !== undefined) {
    conditions += ` AND c.article_id = ${bind(filter.article)}::uuid`
    name += '-article'
  }
  if (filter.status.length > 0) {
    conditions += ` AND c.status = ANY(${bind(filter.status)}::comment_status[])`
    name += '-status'
  }
  const counts = QUEUES.map((queue) => `(SELECT count(*) FROM comment c WHERE ${conditions} AND ${QUEUE_PREDICATES[queue]}) AS ${queue}`)
  const [row] = await db.query<QueueCounts>(`SELECT ${counts.join(', ')}`, values, name)
  if (!row) throw new Error('counting gave no row')
  return row
}
