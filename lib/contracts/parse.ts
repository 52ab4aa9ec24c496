import type { z } from 'zod'
import './input-words'
import { DomainError, type InputProblem } from '../domain/errors'

/** How many problems an answer names; a request can hold thousands. */
const MAX_PROBLEMS = 20

/** The problems of a failed parse, as the API reports them. */
export function listProblems(error: z.ZodError): InputProblem[] {
  return error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    message: issue.message,
  }))
}

/** What is wrong first, in words and after its subject if there is one: "line 3: body is missing", "line 3 is not an object". */
export function tellProblem(error: z.ZodError, subject?: string): string {
  return tellFirst(listProblems(error), subject)
}

function tellFirst([problem]: readonly InputProblem[], subject?: string): string {
  const where = problem?.path.join('.') ?? ''
  const what = problem?.message ?? 'is not valid'
  if (where === '') return `${subject ?? 'What was sent'} ${what}`
  return `${subject === undefined ? '' : `${subject}: `}${where} ${what}`
}

/** The value in the shape of `schema`; `subject` names what has no fields. @throws DomainError invalid_input with a problem for each thing that is wrong */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown, subject?: string): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw refuseInput(listProblems(result.error), subject)
}

/** The refusal of an input that is wrong in these ways, found by a schema or by who knows more; the first is its sentence. */
export function refuseInput(problems: InputProblem[], subject?: string): DomainError {
  return new DomainError('invalid_input', tellFirst(problems, subject), { problems })
}
