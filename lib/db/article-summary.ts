import type { ArticleSummary } from '../contracts/article-stats'
import type { ArticleState } from '../domain/comment'
import { IS_JUDGED, selectFacts, WAIT_SECONDS } from './article-facts'
import type { Db } from './connection'

const TREND_DAYS = 14

/**
 * Summaries of the articles in `picked`.
 * shares = marked comments ÷ comments; medianWait = median of WAIT_SECONDS over the decided comments;
 * trend = comments of each of the 14 spans of 24 hours that end at `$2`.
 */
function summarySql(picked: string): string {
  return `
  WITH picked AS MATERIALIZED (${picked}),
  facts AS MATERIALIZED (SELECT f.*, ${IS_JUDGED} AS is_judged, ${WAIT_SECONDS} AS wait FROM (${selectFacts('IN (SELECT id FROM picked)')}) f),
  counted AS (
    SELECT article_id, count(*) AS comments, count(DISTINCT commenter_id) AS voices, count(*) FILTER (WHERE is_waiting) AS waiting,
           avg(is_off_topic::int)::float8 AS off_topic_share, avg(is_uncivil::int)::float8 AS uncivil_share,
           count(*) FILTER (WHERE is_judged) AS judged, count(*) FILTER (WHERE status = 'rejected') AS rejected,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY wait) AS median_wait, max(ordered_at) AS last_comment_at
    FROM facts GROUP BY article_id
  ),
  days AS (
    SELECT article_id, ${TREND_DAYS} - 1 - floor(extract(epoch FROM $2::timestamptz - ordered_at) / 86400)::int AS day, count(*) AS comments
    FROM facts
    WHERE ordered_at > $2::timestamptz - make_interval(days => ${TREND_DAYS}) AND ordered_at <= $2::timestamptz
    GROUP BY 1, 2
  ),
  trends AS (SELECT article_id, jsonb_object_agg(day, comments) AS trend FROM days GROUP BY article_id)
  SELECT p.id, p.title, p.section, p.author, p.state, p.published_at, counted.*, trends.trend
  FROM picked p LEFT JOIN counted ON counted.article_id = p.id LEFT JOIN trends ON trends.article_id = p.id
  ORDER BY p.created_at DESC, p.id DESC`
}

const COLUMNS = 'id, title, section, author, state, published_at, created_at'
const NEWEST = summarySql(`SELECT ${COLUMNS} FROM article WHERE site_id = $1 ORDER BY created_at DESC, id DESC LIMIT $3`)
const ONE = summarySql(`SELECT ${COLUMNS} FROM article WHERE site_id = $1 AND id = $3`)

interface SummaryRow {
  id: string
  title: string
  section: string | null
  author: string | null
  state: ArticleState
  published_at: Date | null
  comments: number | null
  voices: number | null
  waiting: number | null
  off_topic_share: number | null
  uncivil_share: number | null
  judged: number | null
  rejected: number | null
  median_wait: number | null
  last_comment_at: Date | null
  trend: Record<string, number> | null
}

/** The articles that arrived last, newest first. `now` ends the trend. */
export async function listArticleSummaries(db: Db, siteId: string, now: Date, limit: number): Promise<ArticleSummary[]> {
  const rows = await db.query<SummaryRow>(NEWEST, [siteId, now, limit])
  return rows.map(toSummary)
}

/** One article of the site, or null. */
export async function findArticleSummary(db: Db, siteId: string, articleId: string, now: Date): Promise<ArticleSummary | null> {
  const [row] = await db.query<SummaryRow>(ONE, [siteId, now, articleId])
  return row ? toSummary(row) : null
}

/** How many articles the site has. */
export async function countArticles(db: Db, siteId: string): Promise<number> {
  const [row] = await db.query<{ total: number }>('SELECT count(*) AS total FROM article WHERE site_id = $1', [siteId])
  return row?.total ?? 0
}

function toSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.id,
    title: row.title,
    section: row.section,
    author: row.author,
    state: row.state,
    publishedAt: row.published_at?.toISOString() ?? null,
    comments: row.comments ?? 0,
    voices: row.voices ?? 0,
    waiting: row.waiting ?? 0,
    offTopicShare: row.off_topic_share,
    uncivilShare: row.uncivil_share,
    judged: row.judged ?? 0,
    rejected: row.rejected ?? 0,
    medianWaitSeconds: row.median_wait,
    lastCommentAt: row.last_comment_at?.toISOString() ?? null,
    trend: Array.from({ length: TREND_DAYS }, (_, day) => row.trend?.[String(day)] ?? 0),
  }
}
