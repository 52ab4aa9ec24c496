import { DomainError } from '../domain/errors'
import { publicUrl } from '../env'

const SAFE_METHODS = new Set(['GET', 'HEAD'])

/**
 * Refuses a change that another site makes the browser send with our cookie. A browser says where a request comes from
 * in Sec-Fetch-Site, older ones in Origin; a request that says neither is refused, for it does not need a cookie.
 *
 * @throws DomainError forbidden
 */
export function assertSameOrigin(request: Request): void {
  if (SAFE_METHODS.has(request.method) || isSameOrigin(request.headers)) return
  throw new DomainError('forbidden', 'This request does not come from a page of Parley, so nothing was changed.')
}

function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const host = hostOf(headers.get('origin'))
  return host !== null && (host === headers.get('host') || host === hostOf(publicUrl()))
}

/** The host and port of an address; null for `null`, nonsense and nothing. */
function hostOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).host || null : null
}
