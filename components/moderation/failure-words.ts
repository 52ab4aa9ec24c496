import { wordProblem } from '../words/failures'
import type { Words } from '../words/rooms'
import { ProblemError, UnreachableError } from './desk-api'

/** What to say of something a request threw. */
export function wordError(t: Words<'shell'>, error: unknown): string {
  if (error instanceof ProblemError) return wordProblem(t, error.problem)
  if (error instanceof UnreachableError) return t(error.isBroken ? 'broken' : 'unreachable')
  return t('failed')
}
