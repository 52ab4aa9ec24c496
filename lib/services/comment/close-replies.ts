import type { ClosedRepliesAnswer } from '../../contracts/closed-replies'
import type { Context } from '../context'
import { switchComment, type SwitchAct } from './switch'

/**
 * Closes or opens the replies under a comment, as the undo of a decision that did the other. Callers have authorised. What is there stays
 * as it is; what comes later beneath a closed one, however deep, is held and says why (lib/domain/policy.ts).
 *
 * @throws DomainError not_found, not_allowed, conflict
 */
export async function writeClosedReplies(ctx: Context, commentId: string, act: SwitchAct): Promise<ClosedRepliesAnswer> {
  const answer = await switchComment(ctx, commentId, 'areRepliesClosed', act, (_state, wereClosed) =>
    wereClosed === act.isOn ? `Replies under this comment are ${wereClosed ? 'closed' : 'open'} already.` : null,
  )
  return { ...answer, areRepliesClosed: act.isOn }
}
