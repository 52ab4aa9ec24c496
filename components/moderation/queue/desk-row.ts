import type { QueueRow } from '@/lib/contracts/queue'
import type { DeskDecision } from '@/lib/contracts/teamwork'
import type { CommentState } from '@/lib/domain/comment'
import type { DeskEntry } from '../decision/desk-entries'
import type { Viewer } from '../viewer'

/** A row as the list draws it: what the server sent, with what happened here and elsewhere since. */
export interface DeskRow extends DeskEntry {
  id: string
  /** Whether it still waits for this person: the cursor passes over the others after a decision. */
  isOpen: boolean
  /** What a colleague decided while it was on screen. */
  colleague: DeskDecision | null
}

/** Lays what this browser knows over what the server sent; whichever has the newer version is shown. */
export function mergeRow(row: QueueRow, entry: DeskEntry | undefined, heard?: { decision: DeskDecision; servedVersion: number }): DeskRow {
  const own = entry === undefined || (!entry.isSaving && entry.row.version < row.version) ? null : entry
  // What a colleague did after what was decided or told here counts, once the one was saved and the other is past.
  const isPast =
    own?.isSaving === false && heard !== undefined && heard.decision.version > own.row.version && !isBesideDeciding(heard.decision)
  if (own?.act && !isPast) {
    const shown = heard === undefined ? own.row : featureBy(heard.decision, own.row)
    return { id: row.id, ...own, row: shown, isOpen: isWaiting(own), colleague: null }
  }
  // That a colleague was first is still to be read when what they made of it arrives.
  const isOfThem = entry?.notice?.kind === 'conflict' && heard?.decision.version === row.version
  const shown =
    own !== null
      ? { ...own, act: null, notice: isPast ? null : own.notice }
      : { row, act: null, notice: isOfThem ? entry.notice : null, isSaving: false }
  const colleague = heard && heard.decision.version > heard.servedVersion ? heard.decision : null
  const isOpen = own === null || isWaiting(own)
  if (colleague === null) return { id: row.id, ...shown, isOpen, colleague }
  if (isBesideDeciding(colleague)) return { id: row.id, ...shown, row: featureBy(colleague, shown.row), isOpen, colleague }
  // Its state is loaded when the comment is opened; until then the status is known.
  const state = colleague.version > shown.row.version ? { ...shown.row.state, status: colleague.status } : shown.row.state
  return { id: row.id, ...shown, row: { ...shown.row, state }, isOpen: isLeftWaiting(colleague), colleague }
}

/** `mergeRow` for a list: what nothing happened to keeps its object, so that its row is not drawn again. */
export function createRowMerger(): (
  row: QueueRow,
  entry: DeskEntry | undefined,
  decision: DeskDecision | undefined,
  served: number,
) => DeskRow {
  const known = new WeakMap<
    QueueRow,
    { entry: DeskEntry | undefined; decision: DeskDecision | undefined; served: number; merged: DeskRow }
  >()
  return (row, entry, decision, served) => {
    const last = known.get(row)
    if (last?.entry === entry && last?.decision === decision && last?.served === served) return last.merged
    const merged = mergeRow(row, entry, decision && { decision, servedVersion: served })
    known.set(row, { entry, decision, served, merged })
    return merged
  }
}

/** Not yet decided here, nor by the colleague who was first. */
function isWaiting({ act, notice, row }: DeskEntry): boolean {
  if (notice?.kind === 'conflict') return !row.state.isReviewed
  return act === null || isHeldStill(row.state)
}

/** Done about a comment without deciding on it: it waits as before. */
export function isBesideDeciding({ kind }: DeskDecision): boolean {
  return kind === 'feature' || kind === 'unfeature' || kind === 'close_replies' || kind === 'open_replies' || kind === 'uphold'
}

/** The row as it is once a colleague has let it stand out, or ended that. */
function featureBy({ kind, version }: DeskDecision, row: QueueRow): QueueRow {
  return version > row.version && (kind === 'feature' || kind === 'unfeature') ? { ...row, isFeatured: kind === 'feature' } : row
}

/** Still held, or as if nobody had decided. */
function isLeftWaiting({ status, kind }: DeskDecision): boolean {
  return status === 'pending' || (status === 'published' && kind === 'undo')
}

/** Whether nobody has decided on it yet: it waits, be it public or held. */
export function isWaitingForAnyone({ isReviewed, status }: CommentState): boolean {
  return !isReviewed && (status === 'pending' || status === 'published')
}

/** A held comment that was only marked still waits for approve or reject. */
export function isHeldStill(state: CommentState): boolean {
  return !state.isReviewed && state.status === 'pending'
}

/** Whether it was handed to somebody else: it waits for them, and anybody may decide all the same. */
export function isOfOthers({ row: { handedTo } }: DeskRow, viewer: Viewer): boolean {
  return handedTo !== null && (handedTo === 'leads' ? viewer.role !== 'admin' : handedTo.id !== viewer.id)
}

/** What a list comes to, as its toolbar and its pill need it. */
export interface RowsSummary {
  /** When the open comment came in that waits longest; null when none is open. */
  oldestAt: string | null
  /** How many were decided here. */
  decided: number
  open: number
  /** Whether a decision on one of them is still on its way. */
  isSaving: boolean
}

/** One pass over the rows, for all who need a figure of them. */
export function summariseRows(rows: readonly DeskRow[]): RowsSummary {
  const summary: RowsSummary = { oldestAt: null, decided: 0, open: 0, isSaving: false }
  for (const { isOpen, isSaving, act, row } of rows) {
    if (act !== null) summary.decided++
    if (isSaving) summary.isSaving = true
    if (!isOpen) continue
    summary.open++
    if (summary.oldestAt === null || row.receivedAt < summary.oldestAt) summary.oldestAt = row.receivedAt
  }
  return summary
}

/** Where the cursor goes after a decision: the next open row below, else the last one above, else it stays. */
export function findNextOpen(rows: readonly DeskRow[], index: number, isOpen: (row: DeskRow) => boolean): string | null {
  for (let at = index + 1; at < rows.length; at++) {
    const row = rows[at]
    if (row && isOpen(row)) return row.id
  }
  return rows.findLast((row, at) => at < index && isOpen(row))?.id ?? null
}

/** The ids of the next open rows below, at most so many. */
export function listNextOpen(rows: readonly DeskRow[], index: number, most: number): string[] {
  const ids: string[] = []
  for (let at = index + 1; at < rows.length && ids.length < most; at++) {
    const row = rows[at]
    if (row?.isOpen) ids.push(row.id)
  }
  return ids
}
