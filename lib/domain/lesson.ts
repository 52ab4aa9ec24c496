import type { CommentStatus, Marks } from './comment'

/** How a comment that people decided on stands now. */
export interface DecidedState {
  status: CommentStatus
  marks: Marks
  /** Why it was rejected; null unless it is. */
  reason: string | null
}

/** What a decision says of the marks; null where it says nothing. */
export interface Lesson {
  isUncivil: boolean | null
  isOffTopic: boolean | null
}

/** Reasons that say what a mark would have said. */
const SAYS_UNCIVIL: readonly string[] = ['abuse', 'hate']

/**
 * What is to be learnt from a decision. A mark says yes, and so does a rejection for what the mark means. What was settled
 * without says no; but a rejection for anything else (spam, privacy, off-topic…) says nothing of incivility, nor one for abuse of the
 * topic, because whoever rejects for one thing does not look for the other.
 */
export function readLesson({ status, marks, reason }: DecidedState): Lesson {
  const isRejected = status === 'rejected'
  const read = (isMarked: boolean, isReason: boolean): boolean | null => isMarked || (isRejected && isReason) || (isRejected ? null : false)
  return {
    isUncivil: read(marks.uncivil !== null, reason !== null && SAYS_UNCIVIL.includes(reason)),
    isOffTopic: read(marks.offTopic, reason === 'off_topic'),
  }
}
