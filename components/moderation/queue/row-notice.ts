import type { CommentContext } from '@/lib/contracts/queue'
import type { Problem } from '@/lib/contracts/problem'
import type { DeskAct } from '../decision/desk-act'
import { ProblemError } from '../desk-api'
import type { PastDecision } from '../decision/decision-words'

/** What the row says of itself after something did not go as meant. */
export type RowNotice =
  /** Somebody, or the source, was first; the row shows what stands now. */
  | { kind: 'conflict'; by: string; past: PastDecision; reason: string | null; at: string; isOwn: boolean }
  /** Not saved, without a problem when there was no answer; `act` can be tried again, null when trying again cannot help. */
  | { kind: 'unsaved'; problem: Problem | null; act: DeskAct | null }
  /** Taking a decision back did not work: it still stands. */
  | { kind: 'undo_failed'; problem: Problem | null }

/** Who was first, in full when the fresh history has the decision, else as far as the refusal tells. */
export function describeConflict(conflict: NonNullable<Problem['conflict']>, fresh: CommentContext | null, viewerName: string): RowNotice {
  const decision = fresh?.history.find((entry) => entry.at === conflict.at)
  return {
    kind: 'conflict',
    by: conflict.by,
    at: conflict.at,
    past: decision ?? { kind: conflict.kind },
    reason: decision?.reason ?? null,
    isOwn: conflict.by === viewerName,
  }
}

/** A failure without a conflict. Only a server that failed or was not reached is worth another try. */
export function describeFailure(error: unknown, act: DeskAct): RowNotice {
  if (!(error instanceof ProblemError)) return { kind: 'unsaved', problem: null, act }
  const { problem } = error
  const { status } = problem
  return { kind: 'unsaved', problem, act: status >= 500 || status === 429 || status === 401 ? act : null }
}
