import type { CommentState } from './comment'

/** What became of a comment that a person has settled: it stands, stands with a mark, or is not public. */
export const OUTCOMES = ['kept', 'marked', 'rejected'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Of a comment that a person has settled; a rejected one counts as that, whatever its marks. */
export function outcomeOf({ status, marks }: Pick<CommentState, 'status' | 'marks'>): Outcome {
  if (status === 'rejected') return 'rejected'
  return marks.offTopic || marks.uncivil !== null ? 'marked' : 'kept'
}

/** How many comments came to each. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>

/**
 * The outcome of more than half of the comments that are like this one, if it differs from this one's: the moderator may have a reason for
 * the difference, or would rather have known. Null where most had the same outcome, or there is no majority.
 */
export function findOtherwise(
  state: Pick<CommentState, 'status' | 'marks'>,
  counts: OutcomeCounts,
): { outcome: Outcome; count: number; total: number } | null {
  const total = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)
  const most = OUTCOMES.find((outcome) => counts[outcome] * 2 > total)
  return most === undefined || most === outcomeOf(state) ? null : { outcome: most, count: counts[most], total }
}
