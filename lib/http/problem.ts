import { toPointer, type Problem } from '../contracts/problem'
import { DomainError, type ErrorCode } from '../domain/errors'
import { log } from '../log'

const TITLES: Record<ErrorCode, { status: number; title: string }> = {
  invalid_input: { status: 422, title: 'The request is not valid' },
  malformed: { status: 400, title: 'The request cannot be read' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not permitted' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Somebody else was first' },
  not_allowed: { status: 409, title: 'Not possible in this state' },
  too_large: { status: 413, title: 'Too large' },
  unsupported_format: { status: 415, title: 'Unknown format' },
  rate_limited: { status: 429, title: 'Too many attempts' },
}

/** What every problem document of this code says. */
export function describeProblem(code: ErrorCode): Pick<Problem, 'type' | 'title' | 'status'> {
  return { type: `/problems/${code.replaceAll('_', '-')}`, ...TITLES[code] }
}

/**
 * The one place where an error becomes an answer: a problem document (RFC 9457). What is not a DomainError is a fault
 * of ours: it is logged with its stack, and the caller learns nothing but its id.
 */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof DomainError)) return describeFault(error)
  const { problems, conflict } = error.detail
  return {
    ...describeProblem(error.code),
    detail: error.message,
    ...(problems ? { errors: problems.map(({ path, message }) => ({ pointer: toPointer(path), detail: message })) } : {}),
    ...(conflict ? { conflict } : {}),
  }
}

/** The same as an answer. */
export function problemResponse(error: unknown): Response {
  const problem = toProblem(error)
  const retryAfterSeconds = error instanceof DomainError ? error.detail.retryAfterSeconds : undefined
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(problem.status === 401 ? { 'www-authenticate': 'Bearer realm="parley"' } : {}),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterSeconds)) }),
    },
  })
}

/** 405: the address is there and does not have this method. `allow` lists those that it has, as the header of that name does. */
export function refuseMethod(method: string, allow: string): Response {
  const detail = `${method.slice(0, 20)} is not allowed here. Allowed: ${allow}.`
  return refuse({ type: '/problems/method-not-allowed', title: 'Method not allowed', status: 405, detail }, { allow })
}

/** 408: the body did not come to its end in time. The connection is of no more use. */
export function refuseSlowBody(): Response {
  const detail = 'The body did not come to its end in time. Nothing of it was kept.'
  return refuse({ type: '/problems/too-slow', title: 'Too slow', status: 408, detail }, { connection: 'close' })
}

/** A refusal that no error of the domain stands for. */
function refuse(problem: Problem, headers: Record<string, string>): Response {
  const all = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers }
  return new Response(JSON.stringify(problem), { status: problem.status, headers: all })
}

/** Logs a fault of ours and gives the id by which the caller may ask for it. */
export function reportFault(error: unknown): string {
  const id = crypto.randomUUID()
  log().error(
    { id, err: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error) },
    'request failed',
  )
  return id
}

function describeFault(error: unknown): Problem {
  const id = reportFault(error)
  return {
    type: '/problems/fault',
    title: 'Something broke here',
    status: 500,
    detail: `Nothing was changed. Tell whoever runs Parley this id: ${id}`,
  }
}
