import type { CommentStatus, UncivilKind } from '../../domain/comment'
import type { Db } from '../connection'

/** A comment that a person has decided on, as it stands now. */
export interface DecidedComment {
  /** The newest decision of a person on it. */
  decisionId: string
  body: string
  parentBody: string | null
  isReply: boolean
  depth: number
  articleId: string
  status: CommentStatus
  isMarkedOffTopic: boolean
  uncivilKind: UncivilKind | null
  /** Why it was rejected, if it is. */
  reason: string | null
}

/**
 * The comments of the newest `limit` decisions that people took, each once and as it stands now, the one decided
 * first at the front. Those whose decisions were all taken back are not decided, and are left out; so is what was deleted, erased or
 * edited since.
 */
export async function listDecidedComments(db: Db, siteId: string, limit: number): Promise<DecidedComment[]> {
  return db.query<DecidedComment>(
    `WITH newest AS (
       SELECT comment_id, id FROM decision
       WHERE site_id = $1 AND actor_kind = 'user' AND kind <> 'undo' ORDER BY id DESC LIMIT $2
     ), latest AS (
       SELECT DISTINCT ON (comment_id) comment_id, id FROM newest ORDER BY comment_id, id DESC
     )
     SELECT latest.id AS "decisionId", c.body, p.body AS "parentBody", c.parent_external_id IS NOT NULL AS "isReply", c.depth,
       c.article_id AS "articleId", c.status, o.mark IS NOT NULL AS "isMarkedOffTopic", u.kind AS "uncivilKind", r.reason
     FROM latest
     CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = latest.comment_id LIMIT 1) c
     LEFT JOIN LATERAL (SELECT body FROM comment WHERE site_id = $1 AND id = c.parent_id AND status <> 'removed' LIMIT 1) p ON true
     LEFT JOIN LATERAL (SELECT mark FROM mark WHERE site_id = $1 AND comment_id = c.id AND mark = 'off_topic' LIMIT 1) o ON true
     LEFT JOIN LATERAL (SELECT kind FROM mark WHERE site_id = $1 AND comment_id = c.id AND mark = 'uncivil' LIMIT 1) u ON true
     LEFT JOIN LATERAL (${REASON}) r ON true
     WHERE c.status <> 'removed' AND c.erased_at IS NULL AND (c.reviewed_at IS NOT NULL OR o.mark IS NOT NULL OR u.kind IS NOT NULL)
     ORDER BY latest.id`,
    [siteId, limit],
  )
}

/** Of the comment `c`: why it was rejected by the newest decision that did, if it still is. */
const REASON = `
  SELECT d.reason FROM decision d
  WHERE c.status = 'rejected' AND d.site_id = c.site_id AND d.comment_id = c.id AND d.kind IN ('reject', 'mark')
    AND NOT EXISTS (SELECT FROM decision t WHERE t.site_id = d.site_id AND t.undoes_id = d.id)
  ORDER BY d.id DESC LIMIT 1`

/** What was let pass: public for a while, never suggested, reported or decided on. */
export interface PassedComment {
  body: string
  parentBody: string | null
  isReply: boolean
  depth: number
  articleId: string
}

/** The newest `limit` comments that were written before `before` and let pass, among the newest `looked` of that time. */
export async function listPassedComments(
  db: Db,
  siteId: string,
  { before, limit, looked }: { before: Date; limit: number; looked: number },
): Promise<PassedComment[]> {
  return db.query<PassedComment>(
    `SELECT c.body, p.body AS "parentBody", c.parent_external_id IS NOT NULL AS "isReply", c.depth, c.article_id AS "articleId"
     FROM (
       SELECT * FROM comment WHERE site_id = $1 AND ordered_at < $2 ORDER BY ordered_at DESC, id DESC LIMIT $4
     ) c
     LEFT JOIN LATERAL (SELECT body FROM comment WHERE site_id = $1 AND id = c.parent_id AND status <> 'removed' LIMIT 1) p ON true
     WHERE c.status = 'published' AND c.reviewed_at IS NULL AND c.open_reports = 0
       AND c.suggested_uncivil IS NULL AND c.suggested_off_topic IS NULL
     ORDER BY c.ordered_at DESC, c.id DESC LIMIT $3`,
    [siteId, before, limit, looked],
  )
}

/** Articles as scorers take them. */
export async function listScoredArticles(
  db: Db,
  siteId: string,
  ids: readonly string[],
): Promise<{ id: string; title: string; standfirst: string | null; body: string }[]> {
  return db.query('SELECT id, title, standfirst, body FROM article WHERE site_id = $1 AND id = ANY($2::uuid[])', [siteId, ids])
}
