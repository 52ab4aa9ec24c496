import { uuidv7 } from 'uuidv7'
import type { DecisionAnswer, StateSnapshot } from '../../contracts/decision'
import { recordDecisions } from '../../db/decision/decision'
import { findUndoableDecision, type UndoableDecision } from '../../db/decision/undoable'
import { authorize, type Actor } from '../../domain/actor'
import { listAllowedDecisions } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeUndo } from './act'
import { describeConflict } from './conflict'
import { assertMayUndo } from './may-undo'

/** A report may come in between reading and writing; it is read again, at most this often. */
const MAX_ATTEMPTS = 5

/**
 * Undoes a decision on a comment's status or marks: the comment is again as it was before it, and the undo is a decision of its own. Only
 * while nothing else stands that happened since; decisions taken after it and undone again do not count, so that several can be undone one
 * after the other, the last first.
 *
 * @returns null when it is none on a comment's status or marks, in case it was on something else
 * @throws DomainError forbidden for somebody else's decision (admins may), not_allowed when it was undone already or is an undo, conflict
 *   (with what happened since)
 */
export async function undoIfOnState(ctx: Context, undoesId: string): Promise<DecisionAnswer | null> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const undone = await findUndoableDecision(ctx.db, ctx.actor.siteId, undoesId)
    if (!undone) return null
    authorize(ctx.actor, 'decide')
    assertMayUndoOnState(ctx.actor, undone)
    const { comment } = undone
    if (!isUntouched(undone)) throw await describeConflict(ctx, comment.id, undone.revision)
    const after = restore(undone)
    const decision = {
      act: describeUndo(ctx),
      id: uuidv7(),
      commentId: comment.id,
      seenVersion: comment.version,
      before: comment.state,
      after,
      undoes: undone,
    }
    const recorded = await recordDecisions(ctx.db, ctx.actor.siteId, [decision])
    if (recorded.size > 0) {
      const allowed = listAllowedDecisions(ctx.actor, after)
      return { decisionId: decision.id, commentId: comment.id, version: comment.version + 1, state: after, allowed }
    }
  }
  throw new DomainError('conflict', 'This comment keeps changing. Look at it again before you undo.')
}

function assertMayUndoOnState(actor: Actor, undone: UndoableDecision): void {
  assertMayUndo(actor, undone)
  if (undone.comment.state.status === 'removed') {
    throw new DomainError('not_allowed', 'This comment was deleted at its source. There is nothing left to undo.')
  }
  if (undone.comment.isErased) throw new DomainError('not_allowed', 'The text of this comment was erased. There is nothing left to undo.')
}

/** Whether the comment is as the decision left it: no edit, no decision that stands, and no version unaccounted for. */
export function isUntouched({
  comment,
  revision,
  seenVersion,
  laterDecisions,
  standingDecisions,
}: Pick<UndoableDecision, 'comment' | 'revision' | 'seenVersion' | 'laterDecisions' | 'standingDecisions'>): boolean {
  return comment.revision === revision && standingDecisions === 0 && comment.version === seenVersion + 1 + laterDecisions
}

/** The state before the decision. Reports that came in since stay open beside those it answered. */
export function restore({ before, after, comment }: UndoableDecision): StateSnapshot {
  return { ...before, openReports: before.openReports + comment.state.openReports - after.openReports }
}
