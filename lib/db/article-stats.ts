import type { ArticleStats, VolumeBucket } from '../contracts/article-stats'
import type { VolumeStep } from '../domain/volume'
import { selectFacts, WAIT_SECONDS } from './article-facts'
import type { Db } from './connection'

const THIS = '= $2'
const TOP = 10

/** Runs `read` on one state of the database, so that figures of several statements agree with each other. */
export function readSnapshot<Result>(db: Db, read: (db: Db) => Promise<Result>): Promise<Result> {
  return db.transaction(async (snapshot) => {
    await snapshot.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return read(snapshot)
  })
}

/** The title of an article of the site, or null. */
export async function findArticleTitle(db: Db, siteId: string, articleId: string): Promise<string | null> {
  const [row] = await db.query<{ title: string }>(
    'SELECT title FROM article WHERE site_id = $1 AND id = $2',
    [siteId, articleId],
    'article-title',
  )
  return row?.title ?? null
}

/** What the page shows of the article itself beside its summary. */
export async function findArticleDetail(
  db: Db,
  siteId: string,
  articleId: string,
): Promise<{ standfirst: string | null; url: string | null; authorBio: string | null; externalId: string } | null> {
  const text = `SELECT standfirst, url, author_bio AS "authorBio", external_id AS "externalId" FROM article WHERE site_id = $1 AND id = $2`
  const [row] = await db.query<{ standfirst: string | null; url: string | null; authorBio: string | null; externalId: string }>(text, [
    siteId,
    articleId,
  ])
  return row ?? null
}

/** topTenShare = comments of the ten most active voices ÷ all comments; p90 = 90th percentile of WAIT_SECONDS. */
const FIGURES = `
  WITH facts AS MATERIALIZED (SELECT f.*, ${WAIT_SECONDS} AS wait FROM (${selectFacts(THIS)}) f),
  voices AS (SELECT count(*) AS comments FROM facts WHERE commenter_id IS NOT NULL GROUP BY commenter_id ORDER BY 1 DESC LIMIT ${TOP}),
  kinds AS (
    SELECT (SELECT m.kind FROM mark m WHERE m.site_id = $1 AND m.comment_id = facts.id AND m.mark = 'uncivil') AS kind, count(*) AS comments
    FROM facts WHERE is_uncivil GROUP BY 1
  ),
  statuses AS (SELECT status, count(*) AS comments FROM facts GROUP BY status)
  SELECT count(*) FILTER (WHERE commenter_id IS NULL) AS "unknownAuthors",
         (SELECT sum(comments) FROM voices)::float8 / nullif(count(*), 0) AS "topTenShare",
         min(received_at) FILTER (WHERE is_waiting) AS "oldestWaitingAt",
         percentile_cont(0.9) WITHIN GROUP (ORDER BY wait) AS "p90WaitSeconds",
         count(wait) AS decided,
         count(*) FILTER (WHERE revision > 1) AS edited,
         coalesce(sum((SELECT count(*) FROM report r WHERE r.site_id = $1 AND r.comment_id = facts.id)), 0)::int AS reports,
         (SELECT count(*) FROM comment c WHERE c.site_id = $1 AND c.article_id = $2 AND c.status = 'removed') AS removed,
         count(*) FILTER (WHERE is_off_topic) AS "offTopic",
         count(*) FILTER (WHERE is_uncivil) AS uncivil,
         count(*) FILTER (WHERE is_suggested_off_topic) AS "suggestedOffTopic",
         count(*) FILTER (WHERE is_suggested_uncivil) AS "suggestedUncivil",
         count(*) FILTER (WHERE posted_at IS NULL) AS "unknownTimes",
         coalesce((SELECT json_object_agg(status, comments) FROM statuses), '{}') AS statuses,
         coalesce((SELECT json_agg(json_build_object('kind', kind, 'comments', comments) ORDER BY comments DESC, kind) FROM kinds), '[]') AS "uncivilKinds",
         min(ordered_at) AS first_at, max(ordered_at) AS last_at
  FROM facts`

const NO_STATUSES = { pending: 0, published: 0, approved: 0, rejected: 0 }

/** The figures that the article's summary does not have. */
type OwnFigures = Omit<ArticleStats['figures'], 'comments' | 'voices' | 'onTopicShare' | 'uncivilShare' | 'waiting' | 'medianWaitSeconds'>
interface FiguresRow extends Omit<OwnFigures, 'oldestWaitingAt' | 'statuses'> {
  oldestWaitingAt: Date | null
  statuses: Partial<OwnFigures['statuses']>
  first_at: Date | null
  last_at: Date | null
}

/** Figures of one discussion, and the time from its first comment to its last; null when there is none. */
export async function getFigures(
  db: Db,
  siteId: string,
  articleId: string,
): Promise<{ figures: OwnFigures; span: { first: Date; last: Date } | null }> {
  const [row] = await db.query<FiguresRow>(FIGURES, [siteId, articleId])
  if (!row) throw new Error('An aggregate without GROUP BY gave no row')
  const { first_at: first, last_at: last, oldestWaitingAt, ...figures } = row
  return {
    figures: { ...figures, statuses: { ...NO_STATUSES, ...figures.statuses }, oldestWaitingAt: oldestWaitingAt?.toISOString() ?? null },
    span: first && last ? { first, last } : null,
  }
}

/**
 * Buckets from the first comment's to the last one's, in UTC. generate_series runs over timestamps without a zone,
 * because with one its days and months would follow the session's time zone.
 */
const VOLUME = `
  WITH facts AS (
    SELECT date_trunc($3, f.ordered_at AT TIME ZONE 'UTC') AS at,
           CASE WHEN f.status = 'rejected' THEN 'rejected' WHEN f.is_uncivil THEN 'uncivil' WHEN f.is_off_topic THEN 'off_topic'
                WHEN f.is_waiting THEN 'waiting' ELSE 'clean' END AS outcome
    FROM (${selectFacts(THIS)}) f
  ),
  counted AS (SELECT at, outcome, count(*) AS comments FROM facts GROUP BY at, outcome),
  steps AS (SELECT generate_series(min(at), max(at), ('1 ' || $3)::interval) AS at FROM counted)
  SELECT steps.at AT TIME ZONE 'UTC' AS at,
         coalesce(sum(comments) FILTER (WHERE outcome = 'rejected'), 0)::int AS rejected,
         coalesce(sum(comments) FILTER (WHERE outcome = 'uncivil'), 0)::int AS uncivil,
         coalesce(sum(comments) FILTER (WHERE outcome = 'off_topic'), 0)::int AS "offTopic",
         coalesce(sum(comments) FILTER (WHERE outcome = 'waiting'), 0)::int AS waiting,
         coalesce(sum(comments) FILTER (WHERE outcome = 'clean'), 0)::int AS clean
  FROM steps LEFT JOIN counted ON counted.at = steps.at
  GROUP BY steps.at ORDER BY steps.at`

/** Comments per `step` by what became of them, oldest first, without gaps. */
export async function listVolume(db: Db, siteId: string, articleId: string, step: VolumeStep): Promise<VolumeBucket[]> {
  const rows = await db.query<Omit<VolumeBucket, 'at'> & { at: Date }>(VOLUME, [siteId, articleId, step])
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

const TOP_COMMENTERS = `
  WITH facts AS MATERIALIZED (${selectFacts(THIS)}),
  counted AS (
    SELECT commenter_id, count(*) AS comments, count(*) FILTER (WHERE is_off_topic) AS "offTopic", count(*) FILTER (WHERE is_uncivil) AS uncivil,
           count(*) FILTER (WHERE status = 'rejected') AS rejected
    FROM facts WHERE commenter_id IS NOT NULL GROUP BY commenter_id
  )
  SELECT p.id, p.name, counted.comments, counted.comments::float8 / (SELECT count(*) FROM facts) AS share,
         counted."offTopic", counted.uncivil, counted.rejected
  FROM counted CROSS JOIN LATERAL (SELECT id, name FROM commenter WHERE site_id = $1 AND id = counted.commenter_id OFFSET 0) p
  ORDER BY counted.comments DESC, p.name, p.id LIMIT ${TOP}`

/** The ten voices with the most comments; share is of all comments, those without an author included. */
export async function listTopCommenters(db: Db, siteId: string, articleId: string): Promise<ArticleStats['topCommenters']> {
  return db.query(TOP_COMMENTERS, [siteId, articleId])
}
