import type { Actor } from './actor'
import type { CommentState, MarkName } from './comment'

/** What an appeal is against: a rejection, or a mark on a comment that is not rejected. */
export const APPEAL_SUBJECTS = ['rejection', 'off_topic', 'uncivil'] as const
export type AppealSubject = (typeof APPEAL_SUBJECTS)[number]

/** How a person may answer an appeal: take back what was decided against the comment, or leave it as it is. */
export const APPEAL_ANSWERS = ['granted', 'upheld'] as const
export type AppealVerdict = (typeof APPEAL_ANSWERS)[number]

/** What can become of an appeal. It lapses when the source leaves nothing to appeal against. */
export const APPEAL_STATES = ['open', ...APPEAL_ANSWERS, 'lapsed'] as const
export type AppealState = (typeof APPEAL_STATES)[number]

/** The comment once the appeal is granted: a rejection goes with the mark that was set with it. */
export function grantAppeal(state: CommentState, appeal: { subject: AppealSubject; mark: MarkName | null }): CommentState {
  const cleared = appeal.subject === 'rejection' ? appeal.mark : appeal.subject
  const marks = {
    offTopic: cleared === 'off_topic' ? false : state.marks.offTopic,
    uncivil: cleared === 'uncivil' ? null : state.marks.uncivil,
  }
  if (appeal.subject !== 'rejection') return { ...state, marks }
  return { status: 'approved', marks, suggestions: { offTopic: null, uncivil: null }, openReports: 0, isReviewed: true }
}

/** Whether the actor took the decision that is appealed against: a colleague answers, if there is one. */
export function isOwnDecision(actor: Actor, decision: { actorKind: string; actorId: string | null }): boolean {
  return actor.kind === 'user' && decision.actorKind === 'user' && decision.actorId === actor.id
}
