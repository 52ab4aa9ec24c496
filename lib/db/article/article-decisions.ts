import type { ArticleActEntry, DecisionSummary } from '../../contracts/article-page'
import { COMMENT_DECISION_KINDS } from '../../domain/decisions'
import { IS_HARSH } from '../comment/harsh-text'
import type { Db } from '../connection'
import { excerptOf } from '../comment/excerpt'

// An undo is counted by its kind alone: those that took back an act on the discussion itself, of which there are few, are left out.
const DECIDED = `
  WITH undone AS MATERIALIZED (
    SELECT actor_kind, coalesce(reason, '') AS reason, count(*)::int AS acts FROM decision
    WHERE site_id = $1 AND article_id = $2 AND comment_id IS NULL AND kind = 'undo' GROUP BY 1, 2
  )
  SELECT d.kind, nullif(d.reason, '') AS reason, d.actor_kind AS by, d.decisions - coalesce(u.acts, 0) AS count
  FROM article_decided d LEFT JOIN undone u ON d.kind = 'undo' AND u.actor_kind = d.actor_kind AND u.reason = d.reason
  WHERE d.site_id = $1 AND d.article_id = $2 AND d.decisions > coalesce(u.acts, 0) AND d.kind = ANY($3::decision_kind[])
  ORDER BY count DESC, d.kind, reason, d.actor_kind`

/** How often what was decided on the comments of an article. */
export async function listDecided(db: Db, siteId: string, articleId: string): Promise<DecisionSummary['rows']> {
  return db.query(DECIDED, [siteId, articleId, COMMENT_DECISION_KINDS], 'article-decided')
}

const LATEST = `
  SELECT d.id, d.kind, d.actor_name AS by, d.reason, d.mark, d.mark_kind AS "markKind", d.decided_at AS at, d.comment_id AS "commentId",
    ${excerptOf("CASE WHEN c.status = 'removed' THEN '' ELSE c.body END", 160)} AS excerpt, w.name AS "commenterName",
    ${IS_HARSH} AS "isHarsh"
  FROM (SELECT * FROM decision WHERE site_id = $1 AND article_id = $2 AND comment_id IS NOT NULL ORDER BY decided_at DESC LIMIT $3) d
  LEFT JOIN LATERAL (SELECT body, status, commenter_id, suggested_uncivil, marked_uncivil FROM comment WHERE site_id = $1 AND id = d.comment_id LIMIT 1) c ON true
  LEFT JOIN LATERAL (SELECT name FROM commenter WHERE site_id = $1 AND id = c.commenter_id LIMIT 1) w ON true
  ORDER BY d.decided_at DESC`

/** The latest decisions on the comments of an article, the latest first. */
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
