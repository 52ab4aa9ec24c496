/** An error as RFC 9457 describes it; media type application/problem+json. */
export interface Problem {
  /** A relative reference that names the kind of problem, such as /problems/conflict. */
  type: string
  title: string
  status: number
  detail: string
  /** JSON pointers into the request with what is wrong there. */
  errors?: { pointer: string; detail: string }[]
  /** On a conflict: who decided first, what, when, and the version that stands now. */
  conflict?: { by: string; kind: string; at: string; version: number }
}

/** A JSON pointer (RFC 6901) to the place that a path of keys and positions leads to. */
export function toPointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
