import type { HistoryEntry, StateSnapshot } from '../contracts/decision'
import type { MarkName, UncivilKind } from '../domain/comment'
import type { Db } from './connection'

/** A decision about to be taken: who, what, on what they saw, and what becomes of the comment. */
export interface NewDecision {
  siteId: string
  id: string
  commentId: string
  kind: HistoryEntry['kind']
  actor: { kind: HistoryEntry['actorKind']; id: string | null; name: string }
  reason: string | null
  note: string | null
  mark: MarkName | null
  markKind: UncivilKind | null
  seenVersion: number
  before: StateSnapshot
  after: StateSnapshot
  undoesId: string | null
  at: Date
}

// One statement is one transaction of one round trip. It hangs on `changed`: when that finds no row, because somebody
// was first or a report has come in, nothing else happens either.
const RECORD = `
  WITH changed AS (
    UPDATE comment SET
      version = version + 1, status = $5::comment_status, open_reports = $6,
      suggested_off_topic = $7, suggested_uncivil = $8, suggested_uncivil_kind = $9::uncivil_kind,
      reviewed_at = CASE WHEN $10::boolean THEN coalesce(reviewed_at, $11::timestamptz) END
    WHERE site_id = $1 AND id = $2 AND version = $3 AND open_reports = $4 AND (suggested_off_topic IS NOT NULL) = $28::boolean
    RETURNING site_id, id, article_id, revision
  ), unmarked AS (
    DELETE FROM mark USING changed
    WHERE mark.site_id = changed.site_id AND mark.comment_id = changed.id AND mark.mark = ANY($12::mark_name[])
  ), marked AS (
    INSERT INTO mark (site_id, comment_id, mark, kind, set_at)
    SELECT changed.site_id, changed.id, fresh.mark, fresh.kind, $11
    FROM changed, unnest($13::mark_name[], $14::uncivil_kind[]) AS fresh (mark, kind)
    ON CONFLICT (site_id, comment_id, mark) DO UPDATE SET kind = excluded.kind, set_at = excluded.set_at
  ), resolved AS (
    UPDATE report SET resolved_at = $11 FROM changed
    WHERE $15::boolean AND report.site_id = changed.site_id AND report.comment_id = changed.id AND report.resolved_at IS NULL
  ), reopened AS (
    UPDATE report SET resolved_at = NULL FROM changed, decision undone
    WHERE undone.site_id = changed.site_id AND undone.id = $16
      AND report.site_id = changed.site_id AND report.comment_id = changed.id AND report.resolved_at = undone.decided_at
  ), recorded AS (
  INSERT INTO decision (site_id, id, comment_id, article_id, kind, actor_kind, actor_id, actor_name, reason, note, mark, mark_kind,
    seen_version, revision, before, after, undoes_id, decided_at)
  SELECT site_id, $17, id, article_id, $18::decision_kind, $19::actor_kind, $20, $21, $22, $23, $24::mark_name, $25::uncivil_kind,
    $3, revision, $26::jsonb, $27::jsonb, $16, $11
  FROM changed
  RETURNING site_id, id, comment_id
  ), told AS (
    SELECT pg_notify('parley_feed', site_id::text) FROM recorded
  )
  INSERT INTO feed_entry (site_id, decision_id, comment_id)
  SELECT recorded.site_id, recorded.id, recorded.comment_id FROM recorded, told
  RETURNING decision_id`

/**
 * Changes the comment and records the decision, if the comment is still as it was seen: same version, same number of
 * open reports, and an off-topic suggestion that a late parent has not withdrawn. Reports are answered when the decision leaves none open, and opened again when it undoes one that did.
 *
 * @returns whether it happened; false means that the comment has changed (or is gone) and nothing was written
 */
export async function recordDecision(db: Db, decision: NewDecision): Promise<boolean> {
  const { before, after, actor } = decision
  const { removed, set } = compareMarks(before.marks, after.marks)
  const rows = await db.query(
    RECORD,
    [
      decision.siteId,
      decision.commentId,
      decision.seenVersion,
      before.openReports,
      after.status,
      after.openReports,
      after.suggestions.offTopic,
      after.suggestions.uncivil?.score ?? null,
      after.suggestions.uncivil?.kind ?? null,
      after.isReviewed,
      decision.at,
      removed,
      set.map(({ mark }) => mark),
      set.map(({ kind }) => kind),
      before.openReports > 0 && after.openReports === 0,
      decision.undoesId,
      decision.id,
      decision.kind,
      actor.kind,
      actor.id,
      actor.name,
      decision.reason,
      decision.note,
      decision.mark,
      decision.markKind,
      JSON.stringify(before),
      JSON.stringify(after),
      before.suggestions.offTopic !== null,
    ],
    'record-decision',
  )
  return rows.length === 1
}

type Marks = StateSnapshot['marks']

/** The marks to take off and those to set (or set anew, when the kind changed). */
function compareMarks(before: Marks, after: Marks): { removed: MarkName[]; set: { mark: MarkName; kind: UncivilKind | null }[] } {
  const removed: MarkName[] = []
  const set: { mark: MarkName; kind: UncivilKind | null }[] = []
  if (before.offTopic && !after.offTopic) removed.push('off_topic')
  if (!before.offTopic && after.offTopic) set.push({ mark: 'off_topic', kind: null })
  if (before.uncivil !== null && after.uncivil === null) removed.push('uncivil')
  if (after.uncivil !== null && after.uncivil !== before.uncivil) set.push({ mark: 'uncivil', kind: after.uncivil })
  return { removed, set }
}
