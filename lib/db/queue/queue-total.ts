import type { Queue } from '../../domain/queues'
import type { Db } from '../connection'

/** Stands for the site as a whole among its articles. */
const WHOLE_SITE = '00000000-0000-0000-0000-000000000000'

export type QueueTotals = Record<Exclude<Queue, 'mine'>, number>

const SUM = (table: string, condition: string) =>
  `SELECT review, uncivil, off_topic, reported, held, newest FROM ${table} WHERE site_id = $1 AND ${condition}`

const READ = (deltas: string) => `
  SELECT coalesce(sum(review), 0) AS review, coalesce(sum(uncivil), 0) AS uncivil, coalesce(sum(off_topic), 0) AS off_topic,
    coalesce(sum(reported), 0) AS reported, coalesce(sum(held), 0) AS held, coalesce(sum(newest), 0) AS newest
  FROM (${SUM('queue_total', 'article_id = $2')} UNION ALL ${SUM('queue_delta', deltas)}) all_of_it`
const OF_SITE = READ('$2::uuid IS NOT NULL')
const OF_ARTICLE = READ('article_id = $2')

/**
 * How many comments each queue of a site, or of one of its articles, holds. Exact: a trigger on comment writes what changes
 * in the transaction that changes it, and one statement reads the totals with what is not folded into them yet.
 */
export async function readQueueTotals(db: Db, siteId: string, articleId: string | undefined): Promise<QueueTotals> {
  const [row] =
    articleId === undefined
      ? await db.query<QueueTotals>(OF_SITE, [siteId, WHOLE_SITE], 'queue-totals')
      : await db.query<QueueTotals>(OF_ARTICLE, [siteId, articleId], 'queue-totals-article')
  if (!row) throw new Error('adding up gave no row')
  return row
}

const FOLD = `
  WITH taken AS (
    DELETE FROM queue_delta RETURNING site_id, article_id, review, uncivil, off_topic, reported, held, newest
  ), summed AS (
    SELECT site_id, coalesce(article_id, '${WHOLE_SITE}') AS article_id, sum(review) AS review, sum(uncivil) AS uncivil,
      sum(off_topic) AS off_topic, sum(reported) AS reported, sum(held) AS held, sum(newest) AS newest, count(*) AS deltas
    FROM taken GROUP BY GROUPING SETS ((site_id, article_id), (site_id))
  ), folded AS (
    INSERT INTO queue_total AS t (site_id, article_id, review, uncivil, off_topic, reported, held, newest)
    SELECT site_id, article_id, review, uncivil, off_topic, reported, held, newest FROM summed
    ON CONFLICT (site_id, article_id) DO UPDATE SET review = t.review + excluded.review, uncivil = t.uncivil + excluded.uncivil,
      off_topic = t.off_topic + excluded.off_topic, reported = t.reported + excluded.reported, held = t.held + excluded.held,
      newest = t.newest + excluded.newest
  )
  SELECT count(*) AS count FROM taken`

/** Any number of our own; one folder at a time. */
const FOLDER_LOCK = 7_204_417

/** Folds the changes noted since the last time into the totals, and returns how many there were; 0 while another does it. */
export async function foldQueueDeltas(db: Db): Promise<number> {
  return db.transaction(async (inner) => {
    const [lock] = await inner.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [FOLDER_LOCK])
    if (!lock?.mine) return 0
    const [row] = await inner.query<{ count: number }>(FOLD)
    return row?.count ?? 0
  })
}

/** Gives back the space of what was folded: the table is small and read at every count. */
export async function sweepQueueDeltas(db: Db): Promise<void> {
  await db.query('VACUUM (SKIP_LOCKED) queue_delta')
}
