import { Values, writeConditions, type CommentFilter } from './comment-filter'
import type { Db } from '../connection'
import { writeHits } from './word-hits'

/** How many comments a filter matches, counted to `cap` and no further. */
export async function countFiltered(db: Db, filter: CommentFilter, cap: number): Promise<number> {
  const values = new Values(filter.siteId)
  const { terms, source } = await writeHits(db, filter, values)
  const conditions = writeConditions({ ...filter, terms }, values)
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${source} c WHERE ${conditions.join(' AND ')} LIMIT ${values.bind(cap)}) counted`,
    values.list,
  )
  return row?.count ?? 0
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
