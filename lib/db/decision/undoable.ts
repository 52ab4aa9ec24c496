import { StateSnapshot, type HistoryEntry } from '../../contracts/decision'
import { STATE_COLUMNS, toState, type StateRecord } from '../comment/comment-state'
import type { Db } from '../connection'

/** A decision with the comment as it is now, and what has happened between. */
export interface UndoableDecision {
  id: string
  kind: HistoryEntry['kind']
  actorKind: HistoryEntry['actorKind']
  actorId: string | null
  actorName: string
  seenVersion: number
  /** The text that was judged. */
  revision: number
  before: StateSnapshot
  after: StateSnapshot
  /** Who took it back already. */
  undoneBy: string | null
  /** Decisions after it; each counted the version up by one. */
  laterDecisions: number
  /** Those of them that still stand. */
  standingDecisions: number
  comment: { id: string; version: number; revision: number; state: StateSnapshot }
}

const UNDOABLE = (from: string, condition: string) => `
  SELECT d.id AS decision_id, d.kind, d.actor_kind, d.actor_id, d.actor_name, d.seen_version, d.revision AS judged_revision, d.before, d.after,
    (SELECT u.actor_name FROM decision u WHERE u.site_id = d.site_id AND u.undoes_id = d.id) AS undone_by,
    later.total, later.standing, c.id, c.version, c.revision, ${STATE_COLUMNS}
  FROM ${from}
  CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = d.site_id AND id = d.comment_id LIMIT 1) c
  CROSS JOIN LATERAL (
    SELECT count(*) AS total,
      count(*) FILTER (WHERE l.kind <> 'undo' AND NOT EXISTS (
        SELECT 1 FROM decision u WHERE u.site_id = l.site_id AND u.undoes_id = l.id)) AS standing
    FROM decision l
    WHERE l.site_id = d.site_id AND l.comment_id = d.comment_id AND l.seen_version > d.seen_version
  ) later
  WHERE ${condition}`
const FIND = UNDOABLE(
  'decision d',
  `d.site_id = $1 AND d.id = $2 AND d.kind NOT IN ('feature', 'unfeature', 'close_replies', 'open_replies')`,
)
// Looked up by comment, one after the other: a batch of fifty thousand is undone in lots, and each would read all of its decisions by the
// index over batches. IS NOT DISTINCT FROM is what that index does not serve.
const LIST = UNDOABLE(
  `unnest($3::uuid[]) AS asked (comment_id)
  CROSS JOIN LATERAL (
    SELECT * FROM decision o
    WHERE o.site_id = $1 AND o.comment_id = asked.comment_id AND o.batch_id IS NOT DISTINCT FROM $2::uuid AND o.kind <> 'undo'
    LIMIT 1
  ) d`,
  'true ORDER BY d.comment_id',
)

interface UndoableRecord extends StateRecord {
  decision_id: string
  kind: HistoryEntry['kind']
  actor_kind: HistoryEntry['actorKind']
  actor_id: string | null
  actor_name: string
  seen_version: number
  judged_revision: number
  before: unknown
  after: unknown
  undone_by: string | null
  total: number
  standing: number
  id: string
  version: number
  revision: number
}

/** A decision and all that says whether it can be taken back; null when the site has none of this id on a comment's status or marks. */
export async function findUndoableDecision(db: Db, siteId: string, decisionId: string): Promise<UndoableDecision | null> {
  const [record] = await db.query<UndoableRecord>(FIND, [siteId, decisionId], 'undoable-decision')
  return record ? toUndoable(record) : null
}

/** The same for the decisions of a batch on these comments, by comment. */
export async function listUndoableOfBatch(
  db: Db,
  siteId: string,
  batchId: string,
  commentIds: readonly string[],
): Promise<UndoableDecision[]> {
  return (await db.query<UndoableRecord>(LIST, [siteId, batchId, commentIds], 'undoable-batch')).map(toUndoable)
}

function toUndoable(record: UndoableRecord): UndoableDecision {
  return {
    id: record.decision_id,
    kind: record.kind,
    actorKind: record.actor_kind,
    actorId: record.actor_id,
    actorName: record.actor_name,
    seenVersion: record.seen_version,
    revision: record.judged_revision,
    before: StateSnapshot.parse(record.before),
    after: StateSnapshot.parse(record.after),
    undoneBy: record.undone_by,
    laterDecisions: record.total,
    standingDecisions: record.standing,
    comment: { id: record.id, version: record.version, revision: record.revision, state: toState(record) },
  }
}
