import { decode, encode } from 'next-auth/jwt'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { authenticate } from '@/lib/auth/authenticate'
import { readSecret } from '@/lib/auth/secret'
import { findSessionActor } from '@/lib/auth/session-actor'
import { getDb } from '@/lib/db/connection'
import { handleAuth } from '@/lib/http/auth'
import { DESK, SignInBrowser } from '@/tests/factories/sign-in-browser'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { makeUser, PASSWORD } from '@/tests/factories/user'

const COOKIE = 'next-auth.session-token'
let site: TestSite

beforeAll(async () => {
  site = await makeSite()
})
afterEach(() => vi.useRealTimers())

let next = 0
/** A browser at an address of its own, so that tests do not use up each other's attempts. */
const newBrowser = (client = `198.51.100.${++next}`) => new SignInBrowser(client)

it('a password that is asked for, not posted, is no fault of the server', async () => {
  const response = await handleAuth(new Request('http://localhost:3000/api/auth/callback/credentials?x=1'))
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
})

it('a form that breaks off is no fault of the server', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('Premature close')) })
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit
  expect((await handleAuth(new Request('http://localhost:3000/api/auth/callback/credentials', init))).status).toBe(400)
})

it('a page that one person opened sends nothing in the name of another', async () => {
  const [opener, other] = [await makeUser({ role: 'moderator' }), await makeUser({ role: 'moderator' })]
  const browser = newBrowser()
  await browser.signIn(other.email, PASSWORD)
  const send = (user: string) =>
    authenticate(new Request(`${DESK}/api/v1/desk/counts`, { headers: { cookie: browser.cookieHeader, 'parley-user': user } }))
  await expect(send(opener.id)).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(await send(other.id)).toMatchObject({ kind: 'user', id: other.id })
})

describe('signing in with a password', () => {
  it('opens a session that names the user, their role and a site', async () => {
    const user = await makeUser({ role: 'moderator', name: 'Mara Lindqvist' })
    const browser = newBrowser()
    expect(await browser.signIn(user.email, PASSWORD)).toBe('signed in')
    const session = await getDb().prisma.session.findFirstOrThrow({ where: { userId: user.id } })
    expect(await findSessionActor(browser.cookieHeader)).toEqual({
      kind: 'user',
      id: user.id,
      name: 'Mara Lindqvist',
      role: 'moderator',
      siteId: site.id,
      sessionId: session.id,
    })
    expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(14 * 86_400_000)
  })

  it('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const browser = newBrowser()
    await browser.signIn((await makeUser()).email, PASSWORD)
    const cookie = browser.setCookies.find((header) => header.startsWith(`${COOKIE}=`))
    expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
  })

  it('puts nothing into the cookie but the id of the session', async () => {
    const browser = newBrowser()
    const user = await makeUser()
    await browser.signIn(user.email, PASSWORD)
    const token = await decode({ token: browser.cookies.get(COOKIE) ?? '', secret: readSecret() })
    const session = await getDb().prisma.session.findFirstOrThrow({ where: { userId: user.id } })
    const { iat: _iat, exp: _exp, jti: _jti, ...payload } = token ?? {}
    expect(payload).toEqual({ sid: session.id })
  })

  it('takes the email in any case and with white space around it', async () => {
    const user = await makeUser({ email: 'teo.marsh@example.org' })
    expect(await newBrowser().signIn(` Teo.MARSH@${user.email.split('@')[1]} `, PASSWORD)).toBe('signed in')
  })

  it.each([
    ['a wrong password', async () => [(await makeUser()).email, 'not the password']],
    ['an unknown email', () => ['nobody@example.org', PASSWORD]],
    ['an empty password', async () => [(await makeUser()).email, '']],
    ['a password far too long', async () => [(await makeUser()).email, 'x'.repeat(5000)]],
    ['a disabled user with a wrong password', async () => [(await makeUser({ disabledAt: new Date() })).email, 'wrong']],
  ])('says the same for %s', async (_case, credentials) => {
    const [email = '', password = ''] = await credentials()
    const browser = newBrowser()
    expect(await browser.signIn(email, password)).toBe('wrong')
    expect(browser.cookies.has(COOKIE)).toBe(false)
  })

  it('tells a disabled user why, once they have proved who they are', async () => {
    const user = await makeUser({ disabledAt: new Date() })
    expect(await newBrowser().signIn(user.email, PASSWORD)).toBe('disabled')
    expect(await getDb().prisma.session.count({ where: { userId: user.id } })).toBe(0)
  })

  it('opens no session without the CSRF token', async () => {
    const user = await makeUser()
    const browser = newBrowser()
    await browser.post('/api/auth/callback/credentials', { email: user.email, password: PASSWORD, json: 'true' })
    expect(await getDb().prisma.session.count({ where: { userId: user.id } })).toBe(0)
  })
})

describe('a session', () => {
  async function signedIn() {
    const user = await makeUser()
    const browser = newBrowser()
    await browser.signIn(user.email, PASSWORD)
    return { user, browser, cookie: browser.cookieHeader }
  }

  it('ends on the server when signing out, so that a kept cookie is worth nothing', async () => {
    const { browser, cookie } = await signedIn()
    await browser.signOut()
    expect(browser.cookies.has(COOKIE)).toBe(false)
    expect(await findSessionActor(cookie)).toBeNull()
  })

  it('ends when its user is disabled', async () => {
    const { user, cookie } = await signedIn()
    await getDb().prisma.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } })
    expect(await findSessionActor(cookie)).toBeNull()
  })

  it('has the role that its user has now', async () => {
    const { user, cookie } = await signedIn()
    await getDb().prisma.user.update({ where: { id: user.id }, data: { role: 'editor' } })
    expect((await findSessionActor(cookie))?.role).toBe('editor')
  })

  it('ends after 14 days', async () => {
    const { cookie } = await signedIn()
    const day = 86_400_000
    expect(await findSessionActor(cookie, new Date(Date.now() + 14 * day - 60_000))).not.toBeNull()
    expect(await findSessionActor(cookie, new Date(Date.now() + 14 * day + 60_000))).toBeNull()
  })

  it.each([
    ['nothing', () => ''],
    ['a token that is none', () => 'x.y.z'],
    ['a token changed by a letter', (token: string) => token.slice(0, -9) + (token.at(-9) === 'A' ? 'B' : 'A') + token.slice(-8)],
    ['a token made with another secret', () => encode({ token: { sid: uuidv7() }, secret: 'a secret of somebody else' })],
    ['a token for a session that never was', () => encode({ token: { sid: uuidv7() }, secret: readSecret() })],
    ['a token whose session is no id', () => encode({ token: { sid: "' OR true" }, secret: readSecret() })],
  ])('is not opened by %s', async (_case, forge) => {
    const { browser } = await signedIn()
    const token = await forge(browser.cookies.get(COOKIE) ?? '')
    expect(await findSessionActor(`${COOKIE}=${token}`)).toBeNull()
  })

  it('opens on the site the user last worked on', async () => {
    const { user, browser } = await signedIn()
    const other = await makeSite()
    await getDb().prisma.session.updateMany({ where: { userId: user.id }, data: { siteId: other.id } })
    await browser.signIn(user.email, PASSWORD)
    expect((await findSessionActor(browser.cookieHeader))?.siteId).toBe(other.id)
  })
})

describe('the sign-in address', () => {
  it.each(['session', '_log', 'verify-request', 'nonsense', ''])('does not answer /api/auth/%s', async (operation) => {
    const response = await handleAuth(new Request(`${DESK}/api/auth/${operation}`, { method: 'POST', body: 'a=b' }))
    expect(response.status).toBe(404)
  })

  it('refuses a body larger than any sign-in needs', async () => {
    const response = await handleAuth(
      new Request(`${DESK}/api/auth/callback/credentials`, { method: 'POST', body: `email=${'x'.repeat(20_000)}` }),
    )
    expect(response.status).toBe(413)
  })

  it.each(['https://evil.example/x', '//evil.example', 'javascript:alert(1)', 'not an address'])(
    'does not send people to %s afterwards',
    async (callbackUrl) => {
      const browser = newBrowser()
      const csrfToken = await browser.csrfToken()
      const { email } = await makeUser()
      const response = await browser.post('/api/auth/callback/credentials', {
        csrfToken,
        email,
        password: PASSWORD,
        callbackUrl,
        json: 'true',
      })
      expect(((await response.json()) as { url: string }).url).toBe(`${DESK}/`)
    },
  )
})
