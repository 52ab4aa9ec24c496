import type { ArticleActEntry, DecisionSummary } from '../../contracts/article-page'
import { COMMENT_DECISION_KINDS } from '../../domain/decisions'
import type { Db } from '../connection'

const DECIDED = `
  SELECT kind, nullif(reason, '') AS reason, actor_kind AS by, decisions AS count FROM article_decided
  WHERE site_id = $1 AND article_id = $2 AND decisions > 0 AND kind = ANY($3::decision_kind[])
  ORDER BY decisions DESC, kind, reason, actor_kind`

/** How often what was decided on the comments of an article. */
export async function listDecided(db: Db, siteId: string, articleId: string): Promise<DecisionSummary['rows']> {
  return db.query(DECIDED, [siteId, articleId, COMMENT_DECISION_KINDS], 'article-decided')
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
