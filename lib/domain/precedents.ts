import type { CommentState } from './comment'

/** What became of a comment that a person has settled: it stands, stands with a mark, or is not public. */
export const OUTCOMES = ['kept', 'marked', 'rejected'] as const
export type Outcome = (typeof OUTCOMES)[number]

export function outcomeOf({ status, marks }: Pick<CommentState, 'status' | 'marks'>): Outcome {
  if (status === 'rejected') return 'rejected'
  return marks.offTopic || marks.uncivil !== null ? 'marked' : 'kept'
}

/** How many comments came to each. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>

/**
 * What more than half of the comments that are like one came to, where that is not what has become of it: whoever decides may
 * have a reason for it, or would rather have known. Null where most came to the same, or to no one thing.
 */
export function findOtherwise(
  state: Pick<CommentState, 'status' | 'marks'>,
  counts: OutcomeCounts,
): { outcome: Outcome; count: number; total: number } | null {
  const total = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)
  const most = OUTCOMES.find((outcome) => counts[outcome] * 2 > total)
  return most === undefined || most === outcomeOf(state) ? null : { outcome: most, count: counts[most], total }
}
