import type { Db } from '../connection'
import { excerptOf } from '../comment/excerpt'

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
  SELECT c.id, c.version, ${excerptOf('c.body', 400)} AS excerpt, c.featured_at AS "featuredAt",
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
