import type { InputProblem } from '../../domain/errors'
import { MAX_AHEAD_HOURS } from '../../domain/source-time'

/** What is wrong with a time that a source names for something that has happened. */
export function listTimeProblems(field: string, time: Date | null, now: Date): InputProblem[] {
  if (time === null || time.getTime() <= now.getTime() + MAX_AHEAD_HOURS * 3_600_000) return []
  return [{ path: [field], message: `is more than ${MAX_AHEAD_HOURS} hours in the future` }]
}
