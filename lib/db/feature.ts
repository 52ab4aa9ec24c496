import type { StateSnapshot } from '../contracts/decision'
import type { Db } from './connection'
import type { DecidedAct } from './decision'

/** A comment that stands out on the page from now on, or no longer. */
export interface FeaturedComment {
  id: string
  commentId: string
  seenVersion: number
  isFeatured: boolean
  actor: DecidedAct['actor']
  /** The comment's state, which stays as it is. */
  state: StateSnapshot
  undoesId: string | null
  /** What the log calls it. */
  kind: 'feature' | 'unfeature' | 'undo'
  at: Date
}

const RECORD = `
  WITH changed AS (
    UPDATE comment SET featured_at = CASE WHEN $4 THEN $5::timestamptz END, version = version + 1
    WHERE site_id = $1 AND id = $2 AND version = $3 AND (featured_at IS NOT NULL) <> $4
    RETURNING site_id, id, article_id, revision
  ), recorded AS (
    INSERT INTO decision (site_id, id, comment_id, article_id, kind, actor_kind, actor_id, actor_name, seen_version, revision, before, after, undoes_id, decided_at)
    SELECT site_id, $6::uuid, id, article_id, $7::decision_kind, $8::actor_kind, $9::uuid, $10, $3, revision, $11::jsonb, $12::jsonb, $13::uuid, $5 FROM changed
    RETURNING site_id, id, comment_id
  ), told AS (
    SELECT pg_notify('parley_feed', $1::text) FROM recorded
  )
  INSERT INTO feed_entry (site_id, decision_id, comment_id)
  SELECT recorded.site_id, recorded.id, recorded.comment_id FROM recorded, told RETURNING decision_id`

/** Features a comment, or ends it, and records the decision, if the comment is still as it was seen; false when it is not. */
export async function recordFeature(db: Db, siteId: string, feature: FeaturedComment): Promise<boolean> {
  const { id, commentId, seenVersion, isFeatured, actor, state, undoesId, kind, at } = feature
  const rows = await db.query(
    RECORD,
    [
      ...[siteId, commentId, seenVersion, isFeatured, at, id, kind, actor.kind, actor.id, actor.name],
      ...[JSON.stringify({ ...state, isFeatured: !isFeatured }), JSON.stringify({ ...state, isFeatured }), undoesId],
    ],
    'record-feature',
  )
  return rows.length > 0
}

/** Whether a comment stands out on the page. */
export async function isCommentFeatured(db: Db, siteId: string, commentId: string): Promise<boolean> {
  const [row] = await db.query<{ yes: boolean }>(
    'SELECT featured_at IS NOT NULL AS yes FROM comment WHERE site_id = $1 AND id = $2',
    [siteId, commentId],
    'comment-featured',
  )
  return row?.yes ?? false
}
