import type { StateSnapshot } from '../../contracts/decision'
import type { Db } from '../connection'
import type { DecidedAct } from '../decision/decision'

/** What may be on or off about a comment besides its status and marks, as the log calls it, and the column that says since when. */
const COLUMNS = { isFeatured: 'featured_at', areRepliesClosed: 'replies_closed_at' } as const
export type CommentSwitch = keyof typeof COLUMNS

/** A comment of which something is turned on or off. */
export interface SwitchedComment {
  id: string
  commentId: string
  seenVersion: number
  isOn: boolean
  actor: DecidedAct['actor']
  /** The comment's state, which stays as it is. */
  state: StateSnapshot
  undoesId: string | null
  /** The batch that it belongs to, if to any. */
  batchId: string | null
  /** What the log calls it. */
  kind: 'feature' | 'unfeature' | 'close_replies' | 'open_replies' | 'undo'
  at: Date
}

const RECORD = (column: string) => `
  WITH changed AS (
    UPDATE comment SET ${column} = CASE WHEN $4 THEN $5::timestamptz END, version = version + 1
    WHERE site_id = $1 AND id = $2 AND version = $3 AND (${column} IS NOT NULL) <> $4
    RETURNING site_id, id, article_id, revision
  )
  INSERT INTO decision (site_id, id, comment_id, article_id, batch_id, kind, actor_kind, actor_id, actor_name, seen_version, revision, before, after, undoes_id, decided_at)
  SELECT site_id, $6::uuid, id, article_id, $14::uuid, $7::decision_kind, $8::actor_kind, $9::uuid, $10, $3, revision, $11::jsonb, $12::jsonb, $13::uuid, $5 FROM changed
  RETURNING id`

/** Turns something on or off and records the decision, if the comment is still as it was seen; false when it is not. */
export async function recordSwitch(db: Db, siteId: string, name: CommentSwitch, switched: SwitchedComment): Promise<boolean> {
  const { id, commentId, seenVersion, isOn, actor, state, undoesId, batchId, kind, at } = switched
  const rows = await db.query(
    RECORD(COLUMNS[name]),
    [
      ...[siteId, commentId, seenVersion, isOn, at, id, kind, actor.kind, actor.id, actor.name],
      ...[JSON.stringify({ ...state, [name]: !isOn }), JSON.stringify({ ...state, [name]: isOn }), undoesId, batchId],
    ],
    `record-${COLUMNS[name]}`,
  )
  return rows.length > 0
}

/** Whether it is on for a comment itself; those above it are not asked. */
export async function isSwitchedOn(db: Db, siteId: string, name: CommentSwitch, commentId: string): Promise<boolean> {
  const text = `SELECT ${COLUMNS[name]} IS NOT NULL AS yes FROM comment WHERE site_id = $1 AND id = $2`
  const [row] = await db.query<{ yes: boolean }>(text, [siteId, commentId], `comment-${COLUMNS[name]}`)
  return row?.yes ?? false
}
