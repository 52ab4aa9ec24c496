/** Every way a use case can refuse. lib/http maps each code to one problem document and status. */
export const ERROR_CODES = [
  'malformed',
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'not_allowed',
  'too_large',
  'rate_limited',
  'unsupported_format',
  'unavailable',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** One thing wrong with the input, with the path to it. */
export interface InputProblem {
  path: (string | number)[]
  message: string
}

/** A refusal that is the caller's to see: `message` is plain, safe to show and holds no comment text. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail: { problems?: InputProblem[]; conflict?: ConflictDetail; retryAfterSeconds?: number } = {},
  ) {
    super(message)
  }
}

/** Who decided while the caller was reading, and what. `kind` is 'edit' when the source changed the text. */
export interface ConflictDetail {
  by: string
  kind: string
  at: string
  version: number
}

/** What went wrong, in the words of whatever was thrown: for logs and terminals, never for a page. */
export function describeError(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
