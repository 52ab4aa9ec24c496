import type { Db } from '../connection'
import { listColumns } from './stat-columns'
import { COUNTERS } from './stat-facts'
import { refreshStandings, WHOLE } from './stat-standing'

/** Any number of our own; one folder at a time. */
const FOLDER_LOCK = 7_204_418

const EPOCH = `timestamptz '1970-01-01 00:00:00+00'`
const DAY = `date_bin('1 day', hour, '2000-01-01 00:00:00+00')`

/**
 * All that was noted of comments, counted at once. Counters and waits go into their hour or day and their article as a whole; a voice
 * that goes from one number of comments to another leaves one size and joins the other.
 */
const FOLD_COMMENTS = `
  WITH gone AS (
    DELETE FROM comment_delta RETURNING *
  ), taken AS (
    SELECT *, CASE WHEN status = 'removed' THEN 0 ELSE sign END AS n FROM gone
  ), counted AS (
    SELECT site_id, article_id, hour, ${DAY} AS day,
      ${COUNTERS},
      count(*) AS deltas, count(wait_bucket) AS waits
    FROM taken GROUP BY site_id, article_id, hour
  ), summed AS (
    SELECT site_id, article_id, CASE WHEN hour IS NOT NULL THEN 'h' WHEN day IS NOT NULL THEN 'd' ELSE 't' END AS grain,
      coalesce(hour, day, ${EPOCH}) AS at, ${listColumns((column) => `sum(${column}) AS ${column}`)}, sum(deltas)::int AS deltas, sum(waits)::int AS waits
    FROM counted GROUP BY GROUPING SETS ((site_id, article_id, hour), (site_id, article_id, day), (site_id, article_id))
  ), folded AS (
    INSERT INTO article_stat AS t (site_id, article_id, grain, at, ${listColumns()})
    SELECT site_id, article_id, grain, at, ${listColumns()} FROM summed
    ON CONFLICT (site_id, article_id, grain, at) DO UPDATE SET ${listColumns((column) => `${column} = t.${column} + excluded.${column}`)}
  ), spoken AS (
    SELECT site_id, article_id, commenter_id, sum(n) AS comments, coalesce(sum(n) FILTER (WHERE marked_off_topic), 0) AS off_topic,
      coalesce(sum(n) FILTER (WHERE marked_uncivil IS NOT NULL), 0) AS uncivil, coalesce(sum(n) FILTER (WHERE status = 'rejected'), 0) AS rejected
    FROM taken WHERE commenter_id IS NOT NULL GROUP BY site_id, article_id, commenter_id
  ), voiced AS (
    INSERT INTO article_voice AS t (site_id, article_id, commenter_id, comments, off_topic, uncivil, rejected)
    SELECT site_id, article_id, commenter_id, comments, off_topic, uncivil, rejected FROM spoken
    WHERE comments <> 0 OR off_topic <> 0 OR uncivil <> 0 OR rejected <> 0
    ON CONFLICT (site_id, article_id, commenter_id) DO UPDATE SET had = t.comments, comments = t.comments + excluded.comments,
      off_topic = t.off_topic + excluded.off_topic, uncivil = t.uncivil + excluded.uncivil, rejected = t.rejected + excluded.rejected
    RETURNING site_id, article_id, had, comments
  ), sizes AS (
    SELECT site_id, article_id, comments, sum(voices) AS voices FROM (
      SELECT site_id, article_id, had AS comments, -1 AS voices FROM voiced WHERE had > 0
      UNION ALL SELECT site_id, article_id, comments, 1 FROM voiced WHERE comments > 0
    ) s GROUP BY site_id, article_id, comments HAVING sum(voices) <> 0
  ), resized AS (
    INSERT INTO article_voice_size AS t (site_id, article_id, comments, voices) SELECT site_id, article_id, comments, voices FROM sizes
    ON CONFLICT (site_id, article_id, comments) DO UPDATE SET voices = t.voices + excluded.voices
  ), waited AS (
    SELECT site_id, article_id, coalesce(day, ${WHOLE}) AS day, wait_bucket, sum(n) AS comments
    FROM (SELECT *, ${DAY} AS day FROM taken WHERE wait_bucket IS NOT NULL) w
    GROUP BY GROUPING SETS ((site_id, article_id, day, wait_bucket), (site_id, article_id, wait_bucket)) HAVING sum(n) <> 0
  ), rewaited AS (
    INSERT INTO article_wait AS t (site_id, article_id, day, bucket, comments) SELECT * FROM waited
    ON CONFLICT (site_id, article_id, day, bucket) DO UPDATE SET comments = t.comments + excluded.comments
  )
  SELECT site_id AS "siteId", article_id AS "articleId", deltas, waits > 0 AS "hasWaits" FROM summed WHERE grain = 't'`

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

/** A discussion of which something was folded. */
interface Changed {
  siteId: string
  articleId: string
  deltas: number
  hasWaits: boolean
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
    const [changed, [decisions]] = await Promise.all([
      inner.query<Changed>(FOLD_COMMENTS, [], 'fold-comments'),
      inner.query<{ deltas: number }>(FOLD_DECISIONS, [], 'fold-decisions'),
    ])
    const waited = changed.filter(({ hasWaits }) => hasWaits)
    await refreshStandings(inner, changed, waited)
    return changed.reduce((total, { deltas }) => total + deltas, decisions?.deltas ?? 0)
  })
}

/** Whether something is noted that is not folded: then roll-ups alone are not the whole truth. */
export async function hasUnfoldedStats(db: Db): Promise<boolean> {
  const [row] = await db.query<{ yes: boolean }>(
    `SELECT EXISTS (SELECT FROM comment_delta) OR EXISTS (SELECT FROM decision_delta) AS yes`,
    [],
    'unfolded-stats',
  )
  return row?.yes ?? false
}

/** Gives back the space of what was folded: the tables are small and looked at by every page. */
export async function sweepStatDeltas(db: Db): Promise<void> {
  for (const table of ['comment_delta', 'decision_delta']) await db.query(`VACUUM (SKIP_LOCKED) ${table}`)
}
