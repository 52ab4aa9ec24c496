import { WAIT_STEPS_MS } from '../../domain/waits'
import type { Db } from '../connection'
import { QUEUE_PREDICATES } from '../queue/queue-predicates'
import { listColumns, NO_COUNTS, STAT_COLUMNS, type StatColumn, type StatCounts } from './stat-columns'
import { WHOLE } from './stat-standing'

/**
 * Counts a discussion anew from comments, marks, scores, decisions and reports: from none of the columns that triggers carry on a
 * comment, and by none of their code. What it takes grows with the discussion.
 */
const FACTS = `
  SELECT c.id, c.status, c.commenter_id, c.posted_at, c.ordered_at, c.received_at, c.revision, c.reviewed_at, c.parent_external_id, c.featured_at,
    c.suggested_off_topic, c.suggested_uncivil, (${QUEUE_PREDICATES.review}) AS is_waiting,
    EXISTS (SELECT FROM mark m WHERE m.site_id = $1 AND m.comment_id = c.id AND m.mark = 'off_topic') AS is_off_topic,
    (SELECT m.kind FROM mark m WHERE m.site_id = $1 AND m.comment_id = c.id AND m.mark = 'uncivil') AS kind,
    (SELECT count(*) FROM report r WHERE r.site_id = $1 AND r.comment_id = c.id) AS reports,
    round(1000 * coalesce((SELECT max(s.value) FROM score s WHERE s.site_id = $1 AND s.comment_id = c.id AND s.attribute LIKE 'uncivil.%'), 0)::float8)::int AS heat,
    round(1000 * (SELECT max(s.value) FROM score s WHERE s.site_id = $1 AND s.comment_id = c.id AND s.attribute = 'off_topic.article')::float8)::int AS gap,
    (SELECT extract(epoch FROM min(greatest(d.decided_at, c.received_at)) - c.received_at)::float8 FROM decision d
     WHERE d.site_id = $1 AND d.comment_id = c.id AND d.kind IN ('approve', 'reject', 'mark', 'clear_mark') AND d.actor_kind IN ('user', 'api_key')
       AND NOT EXISTS (SELECT FROM decision u WHERE u.site_id = $1 AND u.undoes_id = d.id)) AS wait
  FROM comment c WHERE c.site_id = $1 AND c.article_id = $2`

const KINDS = ['insult', 'identity_attack', 'threat', 'profanity', 'condescension', 'mockery', 'sexual', 'other'] as const

/** What each counter counts, of the comments that are not removed. */
const MEANINGS: Partial<Record<StatColumn, string>> = {
  comments: 'true',
  replies: 'parent_external_id IS NOT NULL',
  pending: `status = 'pending'`,
  published: `status = 'published'`,
  approved: `status = 'approved'`,
  rejected: `status = 'rejected'`,
  unknown_authors: 'commenter_id IS NULL',
  unknown_times: 'posted_at IS NULL',
  edited: 'revision > 1',
  waiting: 'is_waiting',
  judged: 'reviewed_at IS NOT NULL OR is_off_topic OR kind IS NOT NULL',
  decided: 'wait IS NOT NULL',
  policy_published: `wait IS NULL AND status IN ('published', 'approved')`,
  policy_held: `wait IS NULL AND status = 'pending'`,
  policy_rejected: `wait IS NULL AND status = 'rejected'`,
  off_topic: 'is_off_topic',
  uncivil: 'kind IS NOT NULL',
  ...Object.fromEntries(KINDS.map((kind) => [`uncivil_${kind}`, `kind = '${kind}'`])),
  suggested_off_topic: 'suggested_off_topic IS NOT NULL',
  suggested_uncivil: 'suggested_uncivil IS NOT NULL',
  strayed: 'is_off_topic OR suggested_off_topic IS NOT NULL',
  heated: 'kind IS NOT NULL OR suggested_uncivil IS NOT NULL',
  shown_uncivil: `status <> 'rejected' AND kind IS NOT NULL`,
  shown_off_topic: `status <> 'rejected' AND kind IS NULL AND is_off_topic`,
  shown_waiting: `status <> 'rejected' AND kind IS NULL AND NOT is_off_topic AND is_waiting`,
  featured: `featured_at IS NOT NULL AND status IN ('published', 'approved')`,
  measured: 'gap IS NOT NULL',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, step) => [`incivility_${step}`, inStep('heat', step)])),
  ...Object.fromEntries(Array.from({ length: 10 }, (_, step) => [`distance_${step}`, inStep('gap', step)])),
}

function inStep(column: string, step: number): string {
  return step === 9 ? `${column} >= 900` : `${column} >= ${step * 100} AND ${column} < ${step * 100 + 100}`
}

const SUMS: Partial<Record<StatColumn, string>> = { reports: 'reports', incivility_sum: 'heat', distance_sum: 'gap' }

function writeCounter(column: StatColumn): string {
  if (column === 'removed') return `count(*) FILTER (WHERE status = 'removed') AS removed`
  const sum = SUMS[column]
  if (sum !== undefined) return `coalesce(sum(${sum}) FILTER (WHERE status <> 'removed'), 0)::bigint AS ${column}`
  return `count(*) FILTER (WHERE status <> 'removed' AND (${MEANINGS[column] ?? 'NULL'})) AS ${column}`
}

const OF_ARTICLE = `WITH facts AS MATERIALIZED (${FACTS}) SELECT ${listColumns(writeCounter)} FROM facts`
const BY_HOUR = `
  WITH facts AS MATERIALIZED (${FACTS})
  SELECT date_trunc('hour', ordered_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS at, ${listColumns(writeCounter)} FROM facts GROUP BY 1 ORDER BY 1`

/** All counters of a discussion, counted anew. */
export async function recountArticle(db: Db, siteId: string, articleId: string): Promise<StatCounts> {
  const [row] = await db.query<StatCounts>(OF_ARTICLE, [siteId, articleId], 'recount-article')
  return row ?? NO_COUNTS
}

/** The same hour by hour. */
export async function recountHours(db: Db, siteId: string, articleId: string): Promise<(StatCounts & { at: Date })[]> {
  return db.query(BY_HOUR, [siteId, articleId], 'recount-hours')
}

const KEPT_HOURS = `
  SELECT at, ${listColumns()} FROM article_stat WHERE site_id = $1 AND article_id = $2 AND grain = $3
    AND (${STAT_COLUMNS.map((column) => `${column} <> 0`).join(' OR ')}) ORDER BY at`

/** What is kept hour by hour (h) or day by day (d), but for rows of zeros. */
export async function listKeptStats(db: Db, siteId: string, articleId: string, grain: 'h' | 'd'): Promise<(StatCounts & { at: Date })[]> {
  return db.query(KEPT_HOURS, [siteId, articleId, grain], 'kept-stats')
}

/** What is counted of voices and waits beside the counters. */
export interface OtherCounts {
  voices: number
  /** Voices whose comments, marks or rejections are not what is kept. */
  wrongVoices: number
  /** Days and lengths of waiting of which other numbers are kept. */
  wrongWaits: number
  medianWait: number | null
  p90Wait: number | null
  decisions: number
}

const OTHERS = `
  WITH facts AS MATERIALIZED (${FACTS}),
  counted AS (
    SELECT commenter_id, count(*) AS comments, count(*) FILTER (WHERE is_off_topic) AS off_topic, count(*) FILTER (WHERE kind IS NOT NULL) AS uncivil,
      count(*) FILTER (WHERE status = 'rejected') AS rejected
    FROM facts WHERE status <> 'removed' AND commenter_id IS NOT NULL GROUP BY commenter_id
  ),
  kept AS (SELECT * FROM article_voice WHERE site_id = $1 AND article_id = $2 AND comments <> 0),
  waited AS (
    SELECT date_trunc('day', ordered_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS day, width_bucket(round(1000 * wait)::bigint, $3::bigint[]) AS bucket,
      count(*) AS comments
    FROM facts WHERE status <> 'removed' AND wait IS NOT NULL GROUP BY 1, 2
  ),
  kept_waits AS (SELECT day, bucket, comments FROM article_wait WHERE site_id = $1 AND article_id = $2 AND day > ${WHOLE} AND comments <> 0)
  SELECT (SELECT count(*) FROM counted) AS voices,
    (SELECT count(*) FROM counted FULL JOIN kept USING (commenter_id)
     WHERE (counted.comments, counted.off_topic, counted.uncivil, counted.rejected)
       IS DISTINCT FROM (kept.comments::bigint, kept.off_topic::bigint, kept.uncivil::bigint, kept.rejected::bigint)) AS "wrongVoices",
    (SELECT count(*) FROM waited FULL JOIN kept_waits USING (day, bucket)
     WHERE waited.comments IS DISTINCT FROM kept_waits.comments::bigint) AS "wrongWaits",
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY round(1000 * wait)) / 1000 FROM facts WHERE status <> 'removed') AS "medianWait",
    (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY round(1000 * wait)) / 1000 FROM facts WHERE status <> 'removed') AS "p90Wait",
    (SELECT count(*) FROM decision WHERE site_id = $1 AND article_id = $2) AS decisions`

export async function recountOthers(db: Db, siteId: string, articleId: string): Promise<OtherCounts> {
  const [row] = await db.query<OtherCounts>(OTHERS, [siteId, articleId, WAIT_STEPS_MS], 'recount-others')
  if (!row) throw new Error('An aggregate without GROUP BY gave no row')
  return row
}

/** How many decisions are kept of an article. */
export async function readKeptDecisions(db: Db, siteId: string, articleId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'SELECT coalesce(sum(decisions), 0)::int AS count FROM article_decided WHERE site_id = $1 AND article_id = $2',
    [siteId, articleId],
    'kept-decisions',
  )
  return row?.count ?? 0
}

/** Articles of a site in the order of their ids, after one of them. */
export async function listArticleIds(
  db: Db,
  siteId: string,
  after: string | null,
  limit: number,
): Promise<{ id: string; title: string }[]> {
  return db.query(
    'SELECT id, title FROM article WHERE site_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3',
    [siteId, after, limit],
    'article-ids',
  )
}

const CLEAR = ['comment_delta', 'article_stat', 'article_voice', 'article_voice_size', 'article_wait']

/** Throws the roll-ups of a discussion away and counts it anew. Nobody may write to it meanwhile: its article is locked. */
export async function rebuildArticleStats(db: Db, siteId: string, articleId: string): Promise<void> {
  await db.query('SELECT FROM article WHERE site_id = $1 AND id = $2 FOR UPDATE', [siteId, articleId])
  await db.query('LOCK TABLE comment IN SHARE ROW EXCLUSIVE MODE')
  for (const table of CLEAR) await db.query(`DELETE FROM ${table} WHERE site_id = $1 AND article_id = $2`, [siteId, articleId])
  await db.query('SELECT count_comments_anew($1, $2)', [siteId, articleId])
}
