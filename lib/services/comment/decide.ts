import { uuidv7 } from 'uuidv7'
import type { DecisionAnswer, DecisionInput } from '../../contracts/decision'
import { parseId } from '../../contracts/id'
import { findCommentState } from '../../db/comment-state'
import { recordDecisions } from '../../db/decision'
import { authorize } from '../../domain/actor'
import type { CommentState } from '../../domain/comment'
import { applyDecision, listAllowedDecisions } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeAct } from '../decision/act'
import { describeConflict } from '../decision/conflict'

/** A report may come in between reading and writing; it is read again, at most this often. */
const MAX_ATTEMPTS = 5

/**
 * Decides on a comment, as the version that was seen, and records the decision. Nothing is locked while the rules are
 * applied: the write is conditional on what was read, and whoever comes second changes nothing.
 *
 * @throws DomainError forbidden, not_found, not_allowed, invalid_input for a version that never was, conflict (with who
 *   was first)
 */
export async function decideComment(ctx: Context, id: string, input: DecisionInput): Promise<DecisionAnswer> {
  authorize(ctx.actor, 'decide')
  const commentId = parseId(id, 'comment')
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const before = await readSeenState(ctx, commentId, input.version)
    const after = applyDecision(ctx.actor, before, input.act)
    const decision = { id: uuidv7(), commentId, seenVersion: input.version, before, after, undoesId: null }
    const recorded = await recordDecisions(ctx.db, describeAct(ctx, input.act, input.note), [decision])
    if (recorded.size > 0) {
      const allowed = listAllowedDecisions(ctx.actor, after)
      return { decisionId: decision.id, commentId, version: input.version + 1, state: after, allowed }
    }
  }
  throw await describeConflict(ctx, commentId)
}

/** The comment's state, if it is the one the caller saw. A removed comment is left to the rules, which say why not. */
async function readSeenState(ctx: Context, commentId: string, seenVersion: number): Promise<CommentState> {
  const current = await findCommentState(ctx.db, ctx.actor.siteId, commentId)
  if (!current) throw new DomainError('not_found', 'There is no such comment.')
  if (current.version === seenVersion || current.state.status === 'removed') return current.state
  if (current.version > seenVersion) throw await describeConflict(ctx, commentId)
  throw new DomainError('invalid_input', `version ${seenVersion} does not exist yet; this comment is at ${current.version}`, {
    problems: [{ path: ['version'], message: 'is newer than the comment' }],
  })
}
