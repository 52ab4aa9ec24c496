import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { config, proxy } from '@/proxy'

const ask = (path: string, cookie = '') => proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { cookie } }))
const COOKIE = 'next-auth.session-token=x'

describe('the proxy', () => {
  it('sends a browser without a session cookie to the sign-in, and remembers the page', () => {
    const response = ask('/queue?queue=uncivil')
    expect(response.status).toBe(307)
    expect(response.headers.get('location')).toBe('http://localhost:3000/sign-in?next=%2Fqueue%3Fqueue%3Duncivil')
    expect(ask('/').headers.get('location')).toBe('http://localhost:3000/sign-in')
  })

  it('lets everybody see the sign-in, the setup and the reference of the API', () => {
    expect([ask('/sign-in?next=/queue').status, ask('/setup').status, ask('/api-reference').status]).toEqual([200, 200, 200])
  })

  it('allows scripts by a nonce that is new with every page, and tells the page which', () => {
    const nonces = [ask('/queue', COOKIE), ask('/queue', COOKIE)].map((response) => {
      const nonce = /'nonce-([0-9a-f]{32})'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
      expect(response.headers.get('x-middleware-request-x-nonce')).toBe(nonce)
      return nonce
    })
    expect(nonces[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('closes what pages of the desk never need', () => {
    const { headers } = ask('/queue', COOKIE)
    const policy = (headers.get('content-security-policy') ?? '').split('; ')
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]),
    )
    expect(policy.filter((rule) => rule.includes('unsafe'))).toEqual(["style-src 'self' 'unsafe-inline'"])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  it('tells the page its own path, whatever the browser claims it is', () => {
    const request = new NextRequest('http://localhost:3000/articles?sort=new', { headers: { cookie: COOKIE, 'x-parley-path': '/evil' } })
    expect(proxy(request).headers.get('x-middleware-request-x-parley-path')).toBe('/articles?sort=new')
  })

  it('asks nobody to sign in for a file, and closes the page that says that there is none', () => {
    const { status, headers } = ask('/missing.png')
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}'/)
  })

  it('stands in front of pages and files, not of the API', () => {
    const matcher = new RegExp(`^${config.matcher[0] ?? ''}$`)
    expect(['/', '/queue', '/articles/0190', '/settings/keys', '/icon.svg'].every((path) => matcher.test(path))).toBe(true)
    expect(['/api/v1/comments', '/api/auth/csrf', '/$discovery/rest', '/_next/static/a.js'].some((path) => matcher.test(path))).toBe(false)
  })
})
