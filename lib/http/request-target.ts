import { DomainError } from '../domain/errors'
import { problemResponse, refuseMethod } from './problem'

/** What no address here has, and what the Fetch standard makes no request of. */
const NEVER = new Set(['CONNECT', 'TRACE', 'TRACK'])
/** No page stands deeper. */
const MOST_ROUTES = 50
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
  const [path = ''] = target.split('?', 1)
  if (!path.includes('%')) return null
  try {
    decodeURIComponent(path)
    return null
  } catch {
    return problemResponse(new DomainError('malformed', 'The address is not valid percent-encoding.'))
  }
}

/**
 * Whether Next's own header for where a browser stands can be one: a tree of routes, as JSON in percent-encoding. Next answers with a
 * fault to what is none; without the header it sends the whole page.
 */
export function isRouterTree(header: string): boolean {
  try {
    return isTree(JSON.parse(decodeURIComponent(header)), 0)
  } catch {
    return false
  }
}

/** A part of the address, or a list that begins with one, and below it trees by name. */
function isTree(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) || depth > MOST_ROUTES) return false
  const [part, below] = value as unknown[]
  const isPart = typeof part === 'string' || (Array.isArray(part) && part.length >= 3 && typeof part[0] === 'string')
  return isPart && typeof below === 'object' && below !== null && Object.values(below).every((tree) => isTree(tree, depth + 1))
}
