import { uuidv7 } from 'uuidv7'
import { ClosedRepliesInput, type ClosedRepliesAnswer } from '../../contracts/closed-replies'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { areRepliesClosed, recordClosedReplies, type ClosedComment } from '../../db/closed-replies'
import { findCommentState } from '../../db/comment-state'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'
import { describeConflict } from '../decision/conflict'

/**
 * Closes the replies under a comment, as the version that was seen, and records the decision. What is there stays as it is;
 * what comes later beneath it, however deep, is held and says why (lib/domain/policy.ts).
 *
 * @throws DomainError forbidden, invalid_input, not_found, not_allowed (they are closed already), conflict
 */
export function closeReplies(ctx: Context, id: string, input: ClosedRepliesInput): Promise<ClosedRepliesAnswer> {
  return setClosed(ctx, id, input, true)
}

/** The opposite, with the same refusals. What was held meanwhile waits for a person as before. */
export function openReplies(ctx: Context, id: string, input: ClosedRepliesInput): Promise<ClosedRepliesAnswer> {
  return setClosed(ctx, id, input, false)
}

async function setClosed(ctx: Context, id: string, input: ClosedRepliesInput, isClosed: boolean): Promise<ClosedRepliesAnswer> {
  authorize(ctx.actor, 'decide')
  const commentId = parseId(id, 'comment')
  const { version } = parseInput(ClosedRepliesInput, input)
  const kind = isClosed ? 'close_replies' : 'open_replies'
  return writeClosedReplies(ctx, commentId, { seenVersion: version, isClosed, kind, undoesId: null })
}

/** Writes it, or its undo. @throws DomainError not_found, not_allowed, conflict */
export async function writeClosedReplies(
  ctx: Context,
  commentId: string,
  act: Pick<ClosedComment, 'seenVersion' | 'isClosed' | 'kind' | 'undoesId'>,
): Promise<ClosedRepliesAnswer> {
  const { siteId } = ctx.actor
  const [current, wereClosed] = await Promise.all([
    findCommentState(ctx.db, siteId, commentId),
    areRepliesClosed(ctx.db, siteId, commentId),
  ])
  if (!current) throw new DomainError('not_found', 'There is no such comment.')
  if (current.version !== act.seenVersion) throw await describeConflict(ctx, commentId)
  if (wereClosed === act.isClosed)
    throw new DomainError('not_allowed', `Replies under this comment are ${wereClosed ? 'closed' : 'open'} already.`)
  const closed = { ...act, id: uuidv7(), commentId, actor: describeActor(ctx.actor), state: current.state, at: ctx.now() }
  if (!(await recordClosedReplies(ctx.db, siteId, closed))) throw await describeConflict(ctx, commentId)
  return { decisionId: closed.id, commentId, version: act.seenVersion + 1, areRepliesClosed: act.isClosed }
}
