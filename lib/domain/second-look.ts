import type { CommentState } from './comment'
import { applyDecision, type DecisionAct } from './decisions'

/** What somebody would have decided, in the words of the policy: the comment stands, stands with a mark, or is not public. */
export const VERDICTS = ['approve', 'off_topic', 'uncivil', 'reject'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What can be answered in a second look: an act of the desk, none of which is done, or that the text does not tell. */
export type LookAnswer = Exclude<DecisionAct, { kind: 'clear_mark' }> | { kind: 'unsure' }

/** How long a look waits for somebody, in days. */
export const LOOK_DAYS = 7
/** How long a decision is left alone before a look is drawn, in minutes: a slip of the hand is taken back by then. */
export const SLIP_MINUTES = 10
/** How many looks at people's decisions wait on a site at most; what is drawn beyond is let go. */
export const MOST_WAITING = 100
/** The most random checks of one rule that wait, besides those; what is drawn beyond that is dropped too. */
export const MOST_CHECKS_OF_RULE = 20
/** The most decisions of one batch that are looked at again: it is one judgement about many comments. */
export const MOST_OF_BATCH = 3
/** How long an answer can be undone by the person who gave it, in minutes. */
export const TAKE_BACK_MINUTES = 10
/** The largest share of decisions that a site can have looked at again. */
export const MOST_SHARE = 0.5

/** The verdict that a comment's state stands for once it is settled. Of both marks the one that weighs more. */
export function verdictOf({ status, marks }: Pick<CommentState, 'status' | 'marks'>): Verdict {
  if (status === 'rejected') return 'reject'
  if (marks.uncivil !== null) return 'uncivil'
  return marks.offTopic ? 'off_topic' : 'approve'
}

/** The verdict of a rule that decides alone. */
export const VERDICT_OF_RULE = { publish: 'approve', reject: 'reject' } as const satisfies Record<string, Verdict>

const UNTOUCHED: CommentState = {
  status: 'published',
  marks: { offTopic: false, uncivil: null },
  suggestions: { offTopic: null, uncivil: null },
  openReports: 0,
  isReviewed: false,
}

/** The verdict of an answer, by the desk's rules for a comment that nobody has touched; `unsure` gives none. */
export function verdictOfAnswer(answer: LookAnswer): Verdict | 'unsure' {
  if (answer.kind === 'unsure') return 'unsure'
  return verdictOf(applyDecision({ kind: 'system', name: 'second look', siteId: '' }, UNTOUCHED, answer))
}
