import type { ArticleState } from '../../domain/comment'
import type { VolumeStep } from '../../domain/volume'
import type { Db } from '../connection'
import { packNumbers, unpackNumbers } from './packed-numbers'
import { listColumns, NO_COUNTS, type StatCounts } from './stat-columns'

/** Runs `read` on one state of the database, so that figures of several statements agree with each other. */
export function readSnapshot<Result>(db: Db, read: (db: Db) => Promise<Result>): Promise<Result> {
  return db.transaction(async (snapshot) => {
    const [, result] = await Promise.all([snapshot.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY'), read(snapshot)])
    return result
  })
}

/** What the page shows of the article itself. */
export interface ArticleDetail {
  id: string
  externalId: string
  title: string
  standfirst: string | null
  url: string | null
  section: string | null
  author: string | null
  authorBio: string | null
  publishedAt: Date | null
  language: string | null
  state: ArticleState
  version: number
  slowSeconds: number | null
  helpBy: string | null
  helpNote: string | null
  helpAt: Date | null
}

const DETAIL = `
  SELECT id, external_id AS "externalId", title, standfirst, url, section, author, author_bio AS "authorBio", published_at AS "publishedAt",
    language, state, version, slow_seconds AS "slowSeconds", help_by AS "helpBy", help_note AS "helpNote", help_at AS "helpAt"
  FROM article WHERE site_id = $1 AND id = $2`

export async function findArticleDetail(db: Db, siteId: string, articleId: string): Promise<ArticleDetail | null> {
  const [row] = await db.query<ArticleDetail>(DETAIL, [siteId, articleId], 'article-detail')
  return row ?? null
}

const WHOLE = `SELECT ${listColumns()} FROM article_stat WHERE site_id = $1 AND article_id = $2 AND grain = 't'`

/** The counters of a discussion as a whole. */
export async function readArticleCounts(db: Db, siteId: string, articleId: string): Promise<StatCounts> {
  const [row] = await db.query<StatCounts>(WHOLE, [siteId, articleId], 'article-counts')
  return row ?? NO_COUNTS
}

/** One hour of a discussion. */
export interface HourRow {
  /** Milliseconds since 1970. */
  at: number
  comments: number
  strayed: number
  heated: number
  rejected: number
  incivilitySum: number
  distanceSum: number
  measured: number
}

const COUNTED = ['comments', 'strayed', 'heated', 'rejected', 'incivility_sum', 'distance_sum', 'measured']
const HOURS = `
  SELECT ${packNumbers([`date_part('epoch', at)::int`, ...COUNTED])} AS packed FROM (
    SELECT at, ${COUNTED.join(', ')} FROM article_stat
    WHERE site_id = $1 AND article_id = $2 AND grain = 'h' AND comments > 0 ORDER BY at DESC LIMIT $3
  ) latest`

/** The latest hours with comments, oldest first. */
export async function listHours(db: Db, siteId: string, articleId: string, limit: number): Promise<HourRow[]> {
  const [row] = await db.query<{ packed: string | null }>(HOURS, [siteId, articleId, limit], 'article-hours')
  return unpackNumbers(row?.packed ?? null)
    .map(([seconds = 0, comments = 0, strayed = 0, heated = 0, rejected = 0, incivilitySum = 0, distanceSum = 0, measured = 0]) => {
      return { at: seconds * 1000, comments, strayed, heated, rejected, incivilitySum, distanceSum, measured }
    })
    .reverse()
}

/** Comments of a stretch of time, by what became of them; each counts once, in the first group that fits. */
export interface OutcomeRow {
  at: Date
  rejected: number
  uncivil: number
  offTopic: number
  waiting: number
  clean: number
}

/** The outcomes of a sum over rows of article_stat, in the order of lib/contracts/volume-bucket.ts. */
export const OUTCOMES = `
  coalesce(sum(s.rejected), 0)::int AS rejected, coalesce(sum(s.shown_uncivil), 0)::int AS uncivil,
  coalesce(sum(s.shown_off_topic), 0)::int AS "offTopic", coalesce(sum(s.shown_waiting), 0)::int AS waiting,
  coalesce(sum(s.comments - s.rejected - s.shown_uncivil - s.shown_off_topic - s.shown_waiting), 0)::int AS clean`

/**
 * Buckets from the first comment's to the last one's, in UTC. generate_series runs over timestamps without a zone,
 * because with one its days and months would follow the session's time zone.
 */
const VOLUME = `
  WITH s AS (
    SELECT date_trunc($4, at AT TIME ZONE 'UTC') AS at, comments, rejected, shown_uncivil, shown_off_topic, shown_waiting
    FROM article_stat WHERE site_id = $1 AND article_id = $2 AND grain = $3 AND comments > 0
  ),
  steps AS (SELECT generate_series(min(at), max(at), ('1 ' || $4)::interval) AS at FROM s)
  SELECT steps.at AT TIME ZONE 'UTC' AS at, ${OUTCOMES}
  FROM steps LEFT JOIN s ON s.at = steps.at GROUP BY steps.at ORDER BY steps.at`

/** Comments per `step` by what became of them, oldest first, without gaps. */
export async function listVolume(db: Db, siteId: string, articleId: string, step: VolumeStep): Promise<OutcomeRow[]> {
  return db.query<OutcomeRow>(VOLUME, [siteId, articleId, step === 'hour' ? 'h' : 'd', step], 'article-volume')
}

const SPAN = (order: 'ASC' | 'DESC') => `
  SELECT ordered_at FROM comment WHERE site_id = $1 AND article_id = $2 AND status <> 'removed' ORDER BY ordered_at ${order}, id ${order} LIMIT 1`
const EDGES = `SELECT (${SPAN('ASC')}) AS first, (${SPAN('DESC')}) AS last, (
    SELECT received_at FROM comment WHERE site_id = $1 AND article_id = $2 AND reviewed_at IS NULL AND (status = 'pending' OR status = 'published'
      AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0))
    ORDER BY received_at LIMIT 1
  ) AS "oldestWaiting"`

/** When a discussion began and was last written in, and since when its oldest comment waits: three looks into indexes. */
export async function readEdges(
  db: Db,
  siteId: string,
  articleId: string,
): Promise<{ first: Date | null; last: Date | null; oldestWaiting: Date | null }> {
  const [row] = await db.query<{ first: Date | null; last: Date | null; oldestWaiting: Date | null }>(
    EDGES,
    [siteId, articleId],
    'article-edges',
  )
  return row ?? { first: null, last: null, oldestWaiting: null }
}

const EXACTLY = `
  SELECT wait_ms AS wait, count(*)::int AS comments FROM comment
  WHERE site_id = $1 AND article_id = $2 AND wait_ms IS NOT NULL AND status <> 'removed' AND wait_ms = ANY($3::bigint[]) GROUP BY wait_ms`

/** How many comments of an article waited exactly so long, by the length in ms; lengths that nobody waited are left out. */
export async function countExactWaits(db: Db, siteId: string, articleId: string, waits: readonly number[]): Promise<Map<number, number>> {
  const rows = await db.query<{ wait: number; comments: number }>(EXACTLY, [siteId, articleId, waits], 'article-exact-waits')
  return new Map(rows.map(({ wait, comments }) => [wait, comments]))
}

const TOP = `
  SELECT v.commenter_id AS id, p.name, v.comments, v.off_topic AS "offTopic", v.uncivil, v.rejected
  FROM (
    SELECT * FROM article_voice WHERE site_id = $1 AND article_id = $2 AND comments > 0
    ORDER BY comments DESC, commenter_id LIMIT $3
  ) v CROSS JOIN LATERAL (SELECT name FROM commenter WHERE site_id = $1 AND id = v.commenter_id LIMIT 1) p
  ORDER BY v.comments DESC, p.name, v.commenter_id`

export interface VoiceRow {
  id: string
  name: string
  comments: number
  offTopic: number
  uncivil: number
  rejected: number
}

/** The voices with the most comments. */
export async function listTopVoices(db: Db, siteId: string, articleId: string, limit: number): Promise<VoiceRow[]> {
  return db.query<VoiceRow>(TOP, [siteId, articleId, limit], 'article-top-voices')
}

const SIZES = `
  SELECT ${packNumbers(['comments', 'voices'])} AS packed FROM article_voice_size WHERE site_id = $1 AND article_id = $2 AND voices > 0`

/** How many voices have so many comments, the fewest first. */
export async function listVoiceSizes(db: Db, siteId: string, articleId: string): Promise<{ comments: number; voices: number }[]> {
  const [row] = await db.query<{ packed: string | null }>(SIZES, [siteId, articleId], 'article-voice-sizes')
  return unpackNumbers(row?.packed ?? null)
    .map(([comments = 0, voices = 0]) => ({ comments, voices }))
    .sort((a, b) => a.comments - b.comments)
}
