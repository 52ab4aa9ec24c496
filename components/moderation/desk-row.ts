import type { QueueRow } from '@/lib/contracts/queue'
import type { CommentState } from '@/lib/domain/comment'
import type { DeskEntry } from './decision-store'

/** A row as the list draws it: what the server sent, with what happened here since. */
export interface DeskRow extends DeskEntry {
  id: string
  /** Whether it still waits for this person: the cursor passes over the others after a decision. */
  isOpen: boolean
}

/** Lays what this browser knows over what the server sent; whichever has the newer version is shown. */
export function mergeRow(row: QueueRow, entry: DeskEntry | undefined): DeskRow {
  if (entry === undefined || (!entry.isSaving && entry.row.version < row.version)) {
    return { id: row.id, row, act: null, notice: null, isSaving: false, isOpen: true }
  }
  return { id: row.id, ...entry, isOpen: isWaiting(entry) }
}

/** Not yet decided here, nor by the colleague who was first. */
function isWaiting({ act, notice, row }: DeskEntry): boolean {
  if (notice?.kind === 'conflict') return !row.state.isReviewed
  return act === null || isHeldStill(row.state)
}

/** A held comment that was only marked still waits for approve or reject. */
export function isHeldStill(state: CommentState): boolean {
  return !state.isReviewed && state.status === 'pending'
}

/** Where the cursor goes after a decision: the next open row below, else the last one above, else it stays. */
export function findNextOpen(rows: readonly DeskRow[], from: string): string | null {
  const index = rows.findIndex((row) => row.id === from)
  const below = rows.slice(index + 1).find((row) => row.isOpen)
  return (below ?? rows.slice(0, Math.max(0, index)).findLast((row) => row.isOpen))?.id ?? null
}
