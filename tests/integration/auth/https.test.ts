import { beforeAll, describe, expect, it } from 'vitest'
import { makeSecurityHeaders } from '@/lib/auth/security-headers'
import { findSessionActor } from '@/lib/auth/session-actor'
import { SignInBrowser } from '@/tests/factories/sign-in-browser'
import { makeSite } from '@/tests/factories/site'
import { makeUser, PASSWORD } from '@/tests/factories/user'

const DESK = 'https://desk.example.org'
process.env['PUBLIC_URL'] = DESK

beforeAll(async () => {
  await makeSite()
})

describe('a desk served over https', () => {
  it('uses cookies that are only ever sent and set over https', async () => {
    const browser = new SignInBrowser('203.0.113.5', DESK)
    const user = await makeUser()
    expect(await browser.signIn(user.email, PASSWORD)).toBe('signed in')
    expect([...browser.cookies.keys()].sort()).toEqual([
      '__Host-next-auth.csrf-token',
      '__Secure-next-auth.callback-url',
      '__Secure-next-auth.session-token',
    ])
    expect(browser.setCookies.filter((cookie) => !cookie.includes('; Secure'))).toEqual([])
    expect((await findSessionActor(browser.cookieHeader))?.id).toBe(user.id)
  })

  it('does not take the same session from a cookie without the prefix', async () => {
    const browser = new SignInBrowser('203.0.113.6', DESK)
    await browser.signIn((await makeUser()).email, PASSWORD)
    const token = browser.cookies.get('__Secure-next-auth.session-token') ?? ''
    expect(await findSessionActor(`next-auth.session-token=${token}`)).toBeNull()
  })

  it('tells browsers to stay on https', () => {
    expect(makeSecurityHeaders('n')['strict-transport-security']).toBe('max-age=31536000')
  })
})
