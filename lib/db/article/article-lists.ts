import type { ArticleActEntry, DecisionSummary } from '../../contracts/article-page'
import type { Db } from '../connection'

/** A comment that might be featured, with what the rule wants to know of it. */
export interface CandidateRow {
  id: string
  version: number
  body: string
  commenterName: string | null
  postedAt: Date | null
  incivility: number
  distance: number | null
  isApproved: boolean
  openReports: number
  replies: number
  civilReplies: number
}

// The best of the whole discussion along an index that holds no others (migration featurable, whose words these are); replies are
// looked up only under those: as many steps for every discussion.
const CANDIDATES = `
  SELECT c.id, c.version, c.body, c.posted_at AS "postedAt", c.incivility, c.distance, c.status = 'approved' AS "isApproved",
    c.open_reports AS "openReports", r.replies, r.civil AS "civilReplies",
    (SELECT p.name FROM commenter p WHERE p.site_id = $1 AND p.id = c.commenter_id) AS "commenterName"
  FROM (
    SELECT * FROM comment WHERE site_id = $1 AND article_id = $2
      AND featured_at IS NULL AND status IN ('published', 'approved') AND NOT marked_off_topic AND marked_uncivil IS NULL
      AND open_reports = 0 AND incivility < 0.3 AND (distance IS NULL OR distance < 0.5) AND length(body) >= 100
    ORDER BY featuring_rank(status, distance, body) DESC, ordered_at DESC, id DESC LIMIT $3
  ) c CROSS JOIN LATERAL (
    SELECT count(*)::int AS replies,
      count(*) FILTER (WHERE NOT marked_off_topic AND marked_uncivil IS NULL AND suggested_off_topic IS NULL AND suggested_uncivil IS NULL)::int AS civil
    FROM (SELECT * FROM comment WHERE site_id = $1 AND parent_id = c.id AND status <> 'removed' LIMIT 50) replies
  ) r`

/** The comments of an article that might be featured, by what they tell of themselves: the best `limit`, the latest first among equals. */
export async function listCandidates(db: Db, siteId: string, articleId: string, limit: number): Promise<CandidateRow[]> {
  return db.query<CandidateRow>(CANDIDATES, [siteId, articleId, limit], 'feature-candidates')
}

const FEATURED = `
  SELECT c.id, c.version, left(c.body, 400) AS excerpt, c.featured_at AS "featuredAt",
    (SELECT p.name FROM commenter p WHERE p.site_id = $1 AND p.id = c.commenter_id) AS "commenterName"
  FROM comment c WHERE c.site_id = $1 AND c.article_id = $2 AND c.featured_at IS NOT NULL AND c.status IN ('published', 'approved')
  ORDER BY c.featured_at DESC, c.id DESC LIMIT $3`

export interface FeaturedRow {
  id: string
  version: number
  excerpt: string
  featuredAt: Date
  commenterName: string | null
}

/** The comments of an article that stand out now, the latest first. */
export async function listFeatured(db: Db, siteId: string, articleId: string, limit: number): Promise<FeaturedRow[]> {
  return db.query<FeaturedRow>(FEATURED, [siteId, articleId, limit], 'article-featured')
}

const DECIDED = `
  SELECT kind, nullif(reason, '') AS reason, actor_kind AS by, decisions AS count FROM article_decided
  WHERE site_id = $1 AND article_id = $2 AND decisions > 0
    AND kind IN ('approve', 'reject', 'mark', 'clear_mark', 'undo', 'feature', 'unfeature', 'close_replies', 'open_replies')
  ORDER BY decisions DESC, kind, reason, actor_kind`

/** How often what was decided on the comments of an article. */
export async function listDecided(db: Db, siteId: string, articleId: string): Promise<DecisionSummary['rows']> {
  return db.query(DECIDED, [siteId, articleId], 'article-decided')
}

const LATEST = `
  SELECT id, kind, actor_name AS by, reason, decided_at AS at, comment_id AS "commentId" FROM decision
  WHERE site_id = $1 AND article_id = $2 ORDER BY decided_at DESC LIMIT $3`

/** The latest decisions under an article, the latest first. */
export async function listLatestDecisions(db: Db, siteId: string, articleId: string, limit: number): Promise<DecisionSummary['latest']> {
  const rows = await db.query<Omit<DecisionSummary['latest'][number], 'at'> & { at: Date }>(
    LATEST,
    [siteId, articleId, limit],
    'article-latest-decisions',
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** An act on a discussion, as the log keeps it. */
export interface ArticleActRow extends Omit<ArticleActEntry, 'at' | 'isUndoable'> {
  at: Date
  actorId: string | null
  seenVersion: number
}

const ACTS = `
  SELECT d.id, d.kind, d.actor_name AS by, d.actor_id AS "actorId", d.note, d.decided_at AS at, d.seen_version AS "seenVersion",
    EXISTS (SELECT FROM decision u WHERE u.site_id = $1 AND u.undoes_id = d.id) AS "isUndone"
  FROM decision d WHERE d.site_id = $1 AND d.article_id = $2 AND d.comment_id IS NULL ORDER BY d.id DESC LIMIT $3`

/** Decisions on the discussion itself, the latest first. */
export async function listArticleActs(db: Db, siteId: string, articleId: string, limit: number): Promise<ArticleActRow[]> {
  return db.query<ArticleActRow>(ACTS, [siteId, articleId, limit], 'article-acts')
}
