import type { AppealPage, AppealVerdictInput } from '@/lib/contracts/appeal'
import type { DecisionAnswer } from '@/lib/contracts/decision'
import { fetchCommentContext, sendDesk } from '../moderation/desk-api'

/** @throws ProblemError, UnreachableError; so do all below */
export function fetchOpenAppeals(limit: number, cursor: string | null): Promise<AppealPage> {
  return sendDesk('GET', `appeals?limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`)
}

export function postAnswer(id: string, input: AppealVerdictInput): Promise<DecisionAnswer> {
  return sendDesk('POST', `appeals/${encodeURIComponent(id)}/answer`, input)
}

/** The answer that arrived although nobody was told: the appeal's, if it is this person's and came out the same. */
export async function findOwnAnswer(
  { id, commentId, outcome }: { id: string; commentId: string; outcome: AppealVerdictInput['outcome'] },
  viewerId: string,
): Promise<DecisionAnswer | null> {
  const { row, appeals } = await fetchCommentContext(commentId)
  const appeal = appeals.find((one) => one.id === id)
  if (appeal?.answer?.byId !== viewerId || appeal.state !== outcome) return null
  return { decisionId: appeal.answer.id, commentId: row.id, version: row.version, state: row.state, allowed: row.allowed }
}
