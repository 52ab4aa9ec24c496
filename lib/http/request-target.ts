import { DomainError } from '../domain/errors'
import { problemResponse, refuseMethod } from './problem'

/** What no address here has, and what the Fetch standard makes no request of. */
const NEVER = new Set(['CONNECT', 'TRACE', 'TRACK'])
const API = '/api/v1/'
const ALLOW = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'

/** The address as a path with its query: a request may also name it whole (RFC 9112, 3.2.2). */
export function toOriginForm(target: string): string {
  if (target.startsWith('/') || !/^https?:\/\//i.test(target) || !URL.canParse(target)) return target
  const { pathname, search } = new URL(target)
  return pathname + search
}

/** The refusal of a request that nothing behind the listener could make sense of: Next answers such with a fault. Null for any other. */
export function refuseRequest(method: string, target: string): Response | null {
  if (NEVER.has(method)) return refuseMethod(method, ALLOW)
  if (target === '*' && method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow: ALLOW } })
  if (!target.startsWith('/')) return problemResponse(new DomainError('malformed', 'The request names no path.'))
  // Next mends what stands in a query, and an id of the API would become another.
  const checked = target.startsWith(API) ? target : (target.split('?', 1)[0] ?? '')
  if (!checked.includes('%')) return null
  try {
    decodeURIComponent(checked)
    return null
  } catch {
    return problemResponse(new DomainError('malformed', 'The address is not valid percent-encoding.'))
  }
}
