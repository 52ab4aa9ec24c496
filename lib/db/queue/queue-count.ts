import pg from 'pg'
import { Values, writeConditions, type CommentFilter } from './comment-filter'
import type { Db } from '../connection'
import { QUEUE_PREDICATES } from './queue-predicates'
import { findRareGroups, writeOfGroups } from './rare-page'
import { writeHits } from './word-hits'

/**
 * How many comments a filter matches, counted to `cap` and no further. Rejects when that takes longer than `longestMs`: what little
 * matches may be looked for in all of a site.
 */
export function countFiltered(db: Db, filter: CommentFilter, cap: number, longestMs: number): Promise<number> {
  return db.transaction(async (inner) => {
    const values = new Values(filter.siteId)
    const hits = await writeHits(inner, filter, values)
    const groups = hits.source === 'comment' ? await findRareGroups(inner, filter) : null
    if (groups?.length === 0) return 0
    const source = groups ? writeOfGroups(groups, values) : hits.source
    const conditions = writeConditions({ ...filter, terms: hits.terms }, values)
    const [, [row]] = await Promise.all([
      inner.query(`SELECT set_config('statement_timeout', $1, true)`, [String(longestMs)], 'limit-statement'),
      inner.query<{ count: number }>(
        `SELECT count(*) AS count FROM (SELECT 1 FROM ${source} c WHERE ${conditions.join(' AND ')} LIMIT ${values.bind(cap)}) counted`,
        values.list,
      ),
    ])
    return row?.count ?? 0
  })
}

/** PostgreSQL's code for a statement that was cancelled, as one is that takes too long. */
const CANCELLED = '57014'

/** Whether a count was given up because it took too long. */
export const isOutOfTime = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === CANCELLED

/** How many of the `newest` comments of a queue a filter matches, and whether those are all that it holds. */
export async function countAmongNewest(db: Db, filter: CommentFilter, newest: number): Promise<{ count: number; isWhole: boolean }> {
  const values = new Values(filter.siteId)
  const conditions = writeConditions(filter, values)
  const [row] = await db.query<{ count: number; looked: number }>(
    `SELECT count(*) FILTER (WHERE ${conditions.join(' AND ')}) AS count, count(*) AS looked FROM (
       SELECT c.* FROM comment c WHERE c.site_id = $1 AND ${QUEUE_PREDICATES[filter.queue]}
       ORDER BY c.ordered_at DESC, c.id DESC LIMIT ${values.bind(newest)}
     ) c`,
    values.list,
  )
  return { count: row?.count ?? 0, isWhole: (row?.looked ?? 0) < newest }
}

/** How many undecided comments are assigned to the viewer: as many look-ups as there are assignments. */
export async function countMine(db: Db, filter: Omit<CommentFilter, 'queue'>): Promise<number> {
  const values = new Values(filter.siteId)
  const conditions = writeConditions({ ...filter, queue: 'mine' }, values)
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*) AS count FROM comment c WHERE ${conditions.join(' AND ')}`,
    values.list,
    'queue-count-mine',
  )
  return row?.count ?? 0
}
