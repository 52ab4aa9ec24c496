import type { Db } from './connection'
import { listColumns } from './stat-columns'
import { refreshStandings } from './stat-standing'

/** Any number of our own; one folder at a time. */
const FOLDER_LOCK = 7_204_418

const EPOCH = `timestamptz '1970-01-01 00:00:00+00'`
const DAY = `date_bin('1 day', hour, '2000-01-01 00:00:00+00')`

/** Every delta goes into its hour, its day and its article as a whole. */
const FOLD_COUNTS = `
  WITH taken AS (
    DELETE FROM article_stat_delta RETURNING site_id, article_id, hour, ${DAY} AS day, ${listColumns()}
  ), summed AS (
    SELECT site_id, article_id, CASE WHEN hour IS NOT NULL THEN 'h' WHEN day IS NOT NULL THEN 'd' ELSE 't' END AS grain,
      coalesce(hour, day, ${EPOCH}) AS at, ${listColumns((column) => `sum(${column}) AS ${column}`)}, count(*) AS deltas
    FROM taken GROUP BY GROUPING SETS ((site_id, article_id, hour), (site_id, article_id, day), (site_id, article_id))
  ), folded AS (
    INSERT INTO article_stat AS t (site_id, article_id, grain, at, ${listColumns()})
    SELECT site_id, article_id, grain, at, ${listColumns()} FROM summed
    ON CONFLICT (site_id, article_id, grain, at) DO UPDATE SET ${listColumns((column) => `${column} = t.${column} + excluded.${column}`)}
  )
  SELECT site_id AS "siteId", article_id AS "articleId", deltas FROM summed WHERE grain = 't'`

/** A voice that goes from one number of comments to another leaves one size and joins the other. */
const FOLD_VOICES = `
  WITH taken AS (
    DELETE FROM article_voice_delta RETURNING site_id, article_id, commenter_id, comments, off_topic, uncivil, rejected
  ), summed AS (
    SELECT site_id, article_id, commenter_id, sum(comments) AS comments, sum(off_topic) AS off_topic, sum(uncivil) AS uncivil,
      sum(rejected) AS rejected
    FROM taken GROUP BY site_id, article_id, commenter_id
  ), moved AS MATERIALIZED (
    SELECT s.*, coalesce(v.comments, 0) AS had FROM summed s
    LEFT JOIN LATERAL (
      SELECT comments FROM article_voice WHERE site_id = s.site_id AND article_id = s.article_id AND commenter_id = s.commenter_id LIMIT 1
    ) v ON true
  ), folded AS (
    INSERT INTO article_voice AS t (site_id, article_id, commenter_id, comments, off_topic, uncivil, rejected)
    SELECT site_id, article_id, commenter_id, comments, off_topic, uncivil, rejected FROM moved
    ON CONFLICT (site_id, article_id, commenter_id) DO UPDATE SET comments = t.comments + excluded.comments,
      off_topic = t.off_topic + excluded.off_topic, uncivil = t.uncivil + excluded.uncivil, rejected = t.rejected + excluded.rejected
  ), sizes AS (
    SELECT site_id, article_id, comments, sum(voices) AS voices FROM (
      SELECT site_id, article_id, had AS comments, -1 AS voices FROM moved WHERE had > 0
      UNION ALL SELECT site_id, article_id, had + comments, 1 FROM moved WHERE had + comments > 0
    ) s GROUP BY site_id, article_id, comments HAVING sum(voices) <> 0
  ), resized AS (
    INSERT INTO article_voice_size AS t (site_id, article_id, comments, voices) SELECT site_id, article_id, comments, voices FROM sizes
    ON CONFLICT (site_id, article_id, comments) DO UPDATE SET voices = t.voices + excluded.voices
  )
  SELECT count(*) AS deltas FROM taken`

const FOLD_WAITS = `
  WITH taken AS (
    DELETE FROM article_wait_delta RETURNING site_id, article_id, day, bucket, comments
  ), folded AS (
    INSERT INTO article_wait AS t (site_id, article_id, day, bucket, comments)
    SELECT site_id, article_id, day, bucket, sum(comments) FROM taken GROUP BY 1, 2, 3, 4
    ON CONFLICT (site_id, article_id, day, bucket) DO UPDATE SET comments = t.comments + excluded.comments
  )
  SELECT site_id AS "siteId", article_id AS "articleId", count(*) AS deltas FROM taken GROUP BY 1, 2`

const FOLD_DECISIONS = `
  WITH taken AS (
    DELETE FROM decision_delta RETURNING site_id, article_id, day, kind, actor_kind, actor_id, reason, decisions, seen_again, overturned
  ), by_article AS (
    INSERT INTO article_decided AS t (site_id, article_id, kind, actor_kind, reason, decisions)
    SELECT site_id, article_id, kind, actor_kind, reason, sum(decisions) FROM taken GROUP BY 1, 2, 3, 4, 5 HAVING sum(decisions) <> 0
    ON CONFLICT (site_id, article_id, kind, actor_kind, reason) DO UPDATE SET decisions = t.decisions + excluded.decisions
  ), by_person AS (
    INSERT INTO person_day AS t (site_id, day, user_id, kind, decisions, seen_again, overturned)
    SELECT site_id, day, actor_id, kind, sum(decisions), sum(seen_again), sum(overturned)
    FROM taken WHERE actor_kind = 'user' AND actor_id IS NOT NULL GROUP BY 1, 2, 3, 4
    ON CONFLICT (site_id, day, user_id, kind) DO UPDATE SET decisions = t.decisions + excluded.decisions,
      seen_again = t.seen_again + excluded.seen_again, overturned = t.overturned + excluded.overturned
  )
  SELECT count(*) AS deltas FROM taken`

interface Changed {
  siteId: string
  articleId: string
  deltas: number
}

/**
 * Folds what was noted of discussions since the last time into their roll-ups, for all sites, and brings what the list is ordered
 * by up to date. One at a time: with `isPatient` it waits for whoever folds now, else it leaves it to them.
 *
 * @returns how many rows were folded
 */
export async function foldArticleStats(db: Db, isPatient: boolean): Promise<number> {
  return db.transaction(async (inner) => {
    if (isPatient) await inner.query('SELECT pg_advisory_xact_lock($1)', [FOLDER_LOCK])
    else {
      const [lock] = await inner.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [FOLDER_LOCK])
      if (!lock?.mine) return 0
    }
    const [counts, [voices], waits, [decisions]] = await Promise.all([
      inner.query<Changed>(FOLD_COUNTS, [], 'fold-counts'),
      inner.query<{ deltas: number }>(FOLD_VOICES, [], 'fold-voices'),
      inner.query<Changed>(FOLD_WAITS, [], 'fold-waits'),
      inner.query<{ deltas: number }>(FOLD_DECISIONS, [], 'fold-decisions'),
    ])
    await refreshStandings(inner, counts, waits)
    const sum = (changed: Changed[]) => changed.reduce((total, { deltas }) => total + deltas, 0)
    return sum(counts) + sum(waits) + (voices?.deltas ?? 0) + (decisions?.deltas ?? 0)
  })
}

/** Whether something is noted that is not folded: then roll-ups alone are not the whole truth. */
export async function hasUnfoldedStats(db: Db): Promise<boolean> {
  const [row] = await db.query<{ yes: boolean }>(
    `SELECT EXISTS (SELECT FROM article_stat_delta) OR EXISTS (SELECT FROM article_wait_delta) OR EXISTS (SELECT FROM article_voice_delta)
       OR EXISTS (SELECT FROM decision_delta) AS yes`,
    [],
    'unfolded-stats',
  )
  return row?.yes ?? false
}

/** Gives back the space of what was folded: the tables are small and looked at by every page. */
export async function sweepStatDeltas(db: Db): Promise<void> {
  for (const table of ['article_stat_delta', 'article_voice_delta', 'article_wait_delta', 'decision_delta'])
    await db.query(`VACUUM (SKIP_LOCKED) ${table}`)
}
