import type { DecisionAnswer, HistoryEntry } from '@/lib/contracts/decision'
import type { CommentContext } from '@/lib/contracts/queue'
import type { DeskAct } from './desk-act'

/**
 * The answer to a decision that arrived although nobody was told: the comment's latest decision, if it is this person's, the
 * same act, and led from the version they saw to the one that stands. Null when it is not.
 */
export function findOwnDecision(context: CommentContext, input: { version: number; act: DeskAct }, by: string): DecisionAnswer | null {
  const [latest] = context.history
  if (!latest || latest.by !== by || context.row.version !== input.version + 1) return null
  const { act } = input
  const isSame =
    latest.kind === act.kind &&
    latest.reason === (act.kind === 'reject' ? act.reason : null) &&
    latest.mark === ('mark' in act ? act.mark : null) &&
    latest.markKind === (act.kind === 'mark' && act.mark === 'uncivil' ? act.uncivilKind : null)
  return isSame ? toAnswer(context, latest) : null
}

/** The same for an undo. */
export function findOwnUndo(context: CommentContext, decisionId: string): DecisionAnswer | null {
  const [latest] = context.history
  return latest?.undoesId === decisionId ? toAnswer(context, latest) : null
}

function toAnswer({ row }: CommentContext, { id }: HistoryEntry): DecisionAnswer {
  return { decisionId: id, commentId: row.id, version: row.version, state: row.state, allowed: row.allowed }
}
