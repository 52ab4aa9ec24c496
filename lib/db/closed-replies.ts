import type { StateSnapshot } from '../contracts/decision'
import type { Db } from './connection'
import type { DecidedAct } from './decision'

/** A comment under which nobody's reply is public any more without a person, or whose replies are open again. */
export interface ClosedComment {
  id: string
  commentId: string
  seenVersion: number
  isClosed: boolean
  actor: DecidedAct['actor']
  /** The comment's state, which stays as it is. */
  state: StateSnapshot
  undoesId: string | null
  /** What the log calls it. */
  kind: 'close_replies' | 'open_replies' | 'undo'
  at: Date
}

const RECORD = `
  WITH changed AS (
    UPDATE comment SET replies_closed_at = CASE WHEN $4 THEN $5::timestamptz END, version = version + 1
    WHERE site_id = $1 AND id = $2 AND version = $3 AND (replies_closed_at IS NOT NULL) <> $4
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

/** Closes the replies under a comment, or opens them, and records the decision, if the comment is still as it was seen; false when it is not. */
export async function recordClosedReplies(db: Db, siteId: string, closed: ClosedComment): Promise<boolean> {
  const { id, commentId, seenVersion, isClosed, actor, state, undoesId, kind, at } = closed
  const rows = await db.query(
    RECORD,
    [
      ...[siteId, commentId, seenVersion, isClosed, at, id, kind, actor.kind, actor.id, actor.name],
      ...[JSON.stringify({ ...state, areRepliesClosed: !isClosed }), JSON.stringify({ ...state, areRepliesClosed: isClosed }), undoesId],
    ],
    'record-closed-replies',
  )
  return rows.length > 0
}

/** Whether the replies under a comment itself are closed; those above it are not asked. */
export async function areRepliesClosed(db: Db, siteId: string, commentId: string): Promise<boolean> {
  const [row] = await db.query<{ yes: boolean }>(
    'SELECT replies_closed_at IS NOT NULL AS yes FROM comment WHERE site_id = $1 AND id = $2',
    [siteId, commentId],
    'comment-replies-closed',
  )
  return row?.yes ?? false
}

/** Those of these comments under which replies are closed: on the comment itself or on one above it, however far. */
export async function listClosedAbove(db: Db, siteId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{ id: string }>(
    `WITH RECURSIVE above AS (
       SELECT c.id AS asked, c.parent_id, c.replies_closed_at FROM unnest($2::uuid[]) AS given (id)
       CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = given.id OFFSET 0) c
       UNION ALL
       SELECT a.asked, c.parent_id, c.replies_closed_at FROM above a
       CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = a.parent_id OFFSET 0) c
       WHERE a.replies_closed_at IS NULL
     )
     SELECT DISTINCT asked AS id FROM above WHERE replies_closed_at IS NOT NULL`,
    [siteId, ids],
    'closed-above',
  )
  return new Set(rows.map(({ id }) => id))
}
