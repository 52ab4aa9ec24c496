import { ClosedRepliesInput, type ClosedRepliesAnswer } from '../../contracts/closed-replies'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'
import { switchComment, type SwitchAct } from './switch'

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

async function setClosed(ctx: Context, id: string, input: ClosedRepliesInput, isOn: boolean): Promise<ClosedRepliesAnswer> {
  authorize(ctx.actor, 'decide')
  const commentId = parseId(id, 'comment')
  const { version } = parseInput(ClosedRepliesInput, input)
  return writeClosedReplies(ctx, commentId, { seenVersion: version, isOn, kind: isOn ? 'close_replies' : 'open_replies', undoesId: null })
}

/** Writes it, or its undo. @throws DomainError not_found, not_allowed, conflict */
export async function writeClosedReplies(ctx: Context, commentId: string, act: SwitchAct): Promise<ClosedRepliesAnswer> {
  const answer = await switchComment(ctx, commentId, 'areRepliesClosed', act, (_state, wereClosed) =>
    wereClosed === act.isOn ? `Replies under this comment are ${wereClosed ? 'closed' : 'open'} already.` : null,
  )
  return { ...answer, areRepliesClosed: act.isOn }
}
