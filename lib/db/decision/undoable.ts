import { StateSnapshot, type HistoryEntry } from '../../contracts/decision'
import { STATE_COLUMNS, toState, type StateRecord } from '../comment/comment-state'
import type { Db } from '../connection'
import { ITEMS_AFTER } from './batch'

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
  /** To the microsecond, as PostgreSQL writes it. */
  decidedAt: string
  before: StateSnapshot
  after: StateSnapshot
  /** Who took it back already. */
  undoneBy: string | null
  /** Decisions after it; each counted the version up by one. */
  laterDecisions: number
  /** Those of them that still stand. */
  standingDecisions: number
  /** The first decision of a person on the comment that stands without this one; as PostgreSQL writes it, null when there is none. */
  firstOtherAt: string | null
  comment: { id: string; version: number; revision: number; isErased: boolean; state: StateSnapshot }
}

/**
 * Decisions on a comment, read by the one index that knows them. The order says which index that is: a plan that was made while there were
 * next to no decisions is kept, and then every index that begins with the site looks alike. An undo of 43,000 comments went through
 * all decisions of the site for each of them and took a minute (docs/decisions/0029).
 */
const decisionsOn = (comment: string) => `(SELECT * FROM decision WHERE site_id = $1 AND comment_id = ${comment} ORDER BY id DESC OFFSET 0)`
const STANDS = `(SELECT u.id FROM ${decisionsOn('l.comment_id')} u WHERE u.undoes_id = l.id LIMIT 1) IS NULL`

const UNDOABLE = (from: string, condition: string) => `
  SELECT d.id AS decision_id, d.kind, d.actor_kind, d.actor_id, d.actor_name, d.seen_version, d.revision AS judged_revision, d.before, d.after,
    d.decided_at::text, (SELECT u.actor_name FROM ${decisionsOn('d.comment_id')} u WHERE u.undoes_id = d.id LIMIT 1) AS undone_by,
    others.later, others.standing, others.first_at::text, c.id, c.version, c.revision, c.erased_at IS NOT NULL AS is_erased, ${STATE_COLUMNS}
  FROM ${from}
  CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = d.comment_id LIMIT 1) c
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE l.seen_version > d.seen_version) AS later,
      count(*) FILTER (WHERE l.seen_version > d.seen_version AND l.kind <> 'undo' AND ${STANDS}) AS standing,
      min(l.decided_at) FILTER (WHERE l.kind IN ('approve', 'reject', 'mark', 'clear_mark') AND l.actor_kind IN ('user', 'api_key') AND ${STANDS}) AS first_at
    FROM ${decisionsOn('d.comment_id')} l WHERE l.id <> d.id
  ) others
  WHERE ${condition}`
const FIND = UNDOABLE(
  'decision d',
  `d.site_id = $1 AND d.id = $2 AND d.kind NOT IN ('feature', 'unfeature', 'close_replies', 'open_replies')`,
)
// Looked up by comment, one after the other: a batch of fifty thousand is undone in lots, and each would read all of its decisions by the
// index over batches.
const LIST = UNDOABLE(
  `${ITEMS_AFTER} asked
  CROSS JOIN LATERAL (SELECT * FROM ${decisionsOn('asked.comment_id')} o WHERE o.batch_id = $2 AND o.kind NOT IN ('undo', 'close_replies', 'open_replies') LIMIT 1) d`,
  'true ORDER BY d.comment_id',
)

const LIST_REPLIES = UNDOABLE(
  `(SELECT * FROM decision WHERE site_id = $1 AND batch_id = $2 AND kind IN ('close_replies', 'open_replies')) d`,
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
  decided_at: string
  undone_by: string | null
  later: number
  standing: number
  first_at: string | null
  id: string
  version: number
  revision: number
  is_erased: boolean
}

/** A decision and all that says whether it can be taken back; null when the site has none of this id on a comment's status or marks. */
export async function findUndoableDecision(db: Db, siteId: string, decisionId: string): Promise<UndoableDecision | null> {
  const [record] = await db.query<UndoableRecord>(FIND, [siteId, decisionId], 'undoable-decision')
  return record ? toUndoable(record) : null
}

/** The same for the decisions of a batch on the comments that `lockItems` holds with these values, by comment. */
export async function listUndoableOfBatch(
  db: Db,
  siteId: string,
  batchId: string,
  after: string | null,
  limit: number,
): Promise<UndoableDecision[]> {
  return (await db.query<UndoableRecord>(LIST, [siteId, batchId, after, limit], 'undoable-batch')).map(toUndoable)
}

/** What a batch closed or opened: replies, under at most as many comments as an exchange has. */
export async function listRepliesOfBatch(db: Db, siteId: string, batchId: string): Promise<UndoableDecision[]> {
  return (await db.query<UndoableRecord>(LIST_REPLIES, [siteId, batchId], 'undoable-replies')).map(toUndoable)
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
    decidedAt: record.decided_at,
    before: StateSnapshot.parse(record.before),
    after: StateSnapshot.parse(record.after),
    undoneBy: record.undone_by,
    laterDecisions: record.later,
    standingDecisions: record.standing,
    firstOtherAt: record.first_at,
    comment: { id: record.id, version: record.version, revision: record.revision, isErased: record.is_erased, state: toState(record) },
  }
}
