import { uuidv7 } from 'uuidv7'
import type { DecisionAnswer, StateSnapshot } from '../../contracts/decision'
import { findCommentState } from '../../db/comment/comment-state'
import { isSwitchedOn, recordSwitch, type CommentSwitch, type SwitchedComment } from '../../db/comment/comment-switch'
import { listAllowedDecisions } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'
import { describeConflict } from '../decision/conflict'

export type SwitchAct = Pick<SwitchedComment, 'seenVersion' | 'isOn' | 'kind' | 'undoesId'>

/**
 * Turns something about a comment on or off, as the version that was seen, and records the decision. Callers have authorised.
 *
 * @param refuse why it may not be, from the comment's state and whether it is on already; null when it may
 * @throws DomainError not_found, conflict, not_allowed
 */
export async function switchComment(
  ctx: Context,
  commentId: string,
  name: CommentSwitch,
  act: SwitchAct,
  refuse: (state: StateSnapshot, isOnAlready: boolean) => string | null,
): Promise<DecisionAnswer> {
  const { siteId } = ctx.actor
  const [current, wasOn] = await Promise.all([findCommentState(ctx.db, siteId, commentId), isSwitchedOn(ctx.db, siteId, name, commentId)])
  if (!current) throw new DomainError('not_found', 'There is no such comment.')
  if (current.version !== act.seenVersion) throw await describeConflict(ctx, commentId)
  const refusal = refuse(current.state, wasOn)
  if (refusal !== null) throw new DomainError('not_allowed', refusal)
  const switched = { ...act, id: uuidv7(), commentId, batchId: null, actor: describeActor(ctx.actor), state: current.state, at: ctx.now() }
  if (!(await recordSwitch(ctx.db, siteId, name, switched))) throw await describeConflict(ctx, commentId)
  const { state } = current
  return { decisionId: switched.id, commentId, version: act.seenVersion + 1, state, allowed: listAllowedDecisions(ctx.actor, state) }
}
