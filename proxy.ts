import { NextResponse, type NextRequest } from 'next/server'
import { makeSecurityHeaders } from '@/lib/auth/security-headers'
import { hasSessionCookie } from '@/lib/auth/session-cookie'

/** Pages anybody may see. */
const OPEN_PAGES = new Set(['/sign-in', '/setup', '/api-reference'])
/** How the address of a file ends. Nobody has to sign in for one; one that is not there is a page that says so. */
const FILE = /\.[a-z0-9]{2,5}$/
const isOpen = (pathname: string) => OPEN_PAGES.has(pathname) || FILE.test(pathname)

/**
 * In front of every page: a content security policy with a new nonce, and a short way to the sign-in for browsers
 * without a session cookie. It looks at the cookie's presence only and keeps nobody out: pages and services do that.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const path = pathname + search
  if (!isOpen(pathname) && !hasSessionCookie(request.headers.get('cookie') ?? '')) {
    const target = new URL('/sign-in', request.url)
    if (path !== '/') target.searchParams.set('next', path)
    return NextResponse.redirect(target)
  }
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const security = makeSecurityHeaders(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-parley-path', path)
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set('content-security-policy', security['content-security-policy'])
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value)
  return response
}

export const config = { matcher: ['/((?!api/|v1alpha1/|\\$discovery/|_next/).*)'] }
