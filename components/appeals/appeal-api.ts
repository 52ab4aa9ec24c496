import type { AppealPage, AppealVerdictInput } from '@/lib/contracts/appeal'
import type { DecisionAnswer } from '@/lib/contracts/decision'
import { fetchCommentContext, ProblemError, sendDesk } from '../moderation/desk-api'

/** @throws ProblemError, UnreachableError; so do all below */
export function fetchOpenAppeals(limit: number, cursor: string | null): Promise<AppealPage> {
  return sendDesk('GET', `appeals?limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`)
}

/**
 * Answers an appeal. Sent again, after nobody was told what became of it, it may be refused because it had arrived: then the answer that
 * stands is this person's, and came out the same.
 */
export async function sendAnswer(
  { id, commentId, viewerId }: { id: string; commentId: string; viewerId: string },
  input: AppealVerdictInput,
): Promise<{ decisionId: string }> {
  try {
    return await sendDesk<DecisionAnswer>('POST', `appeals/${encodeURIComponent(id)}/answer`, input)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status !== 409) throw error
    const { row, appeals } = await fetchCommentContext(commentId)
    const appeal = appeals.find((one) => one.id === id)
    const isOwn = appeal?.answer?.byId === viewerId && appeal.state === input.outcome && row.version === input.version + 1
    if (!appeal?.answer || !isOwn) throw error
    return { decisionId: appeal.answer.id }
  }
}
