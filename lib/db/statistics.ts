import type { Db } from './connection'

/** Below this many rows a table counts as young: PostgreSQL's own analysis may be a minute away while it fills. */
const YOUNG = 2000

/**
 * Has PostgreSQL look at the tables that ingest fills, if it last saw them nearly empty.
 *
 * All our indexes begin with site_id. On an empty table the planner cannot tell them apart, and each connection keeps that
 * plan for its look-ups and foreign keys until the statistics change: a first import then reads a whole site for every
 * row. Analysing takes some 30 ms, a few times in the life of a database.
 */
export async function analyzeIfYoung(db: Db): Promise<void> {
  const [row] = await db.query<{ isYoung: boolean }>(
    `SELECT reltuples < $1 AND pg_relation_size(oid) > 0 AS "isYoung" FROM pg_class WHERE oid = 'comment'::regclass`,
    [YOUNG],
    'is-comment-young',
  )
  if (row?.isYoung) await db.query('ANALYZE comment, commenter, score, comment_revision')
}
