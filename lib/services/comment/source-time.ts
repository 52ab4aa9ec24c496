import type { InputProblem } from '../../domain/errors'

/** How far a source's clock, or its time zone, may be ahead of ours. */
const MAX_AHEAD_HOURS = 24

/** What is wrong with a time that a source names for something that has happened. */
export function listTimeProblems(field: string, time: Date | null, now: Date): InputProblem[] {
  if (time === null || time.getTime() <= now.getTime() + MAX_AHEAD_HOURS * 3_600_000) return []
  return [{ path: [field], message: `is more than ${MAX_AHEAD_HOURS} hours in the future` }]
}
