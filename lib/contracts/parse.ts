import type { z } from 'zod'
import { DomainError, type InputProblem } from '../domain/errors'

/** How many problems an answer names; a request can hold thousands. */
const MAX_PROBLEMS = 20

/** The problems of a failed parse, as the API tells them. */
export function listProblems(error: z.ZodError): InputProblem[] {
  return error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    message: issue.message,
  }))
}

/** The value in the shape of `schema`. @throws DomainError invalid_input with a problem for each thing that is wrong */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const problems = listProblems(result.error)
  const first = problems[0]
  const where = first && first.path.length > 0 ? `${first.path.join('.')} ` : ''
  throw new DomainError('invalid_input', `${where}${first?.message ?? 'is not right'}`, { problems })
}
