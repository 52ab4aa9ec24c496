import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSessionActor } from '@/lib/auth/session-actor'
import { getDb } from '@/lib/db/connection'
import { CLIENT, OidcIssuer, type Persona } from '@/tests/factories/oidc-issuer'
import { DESK, SignInBrowser } from '@/tests/factories/sign-in-browser'
import { makeSite } from '@/tests/factories/site'
import { makeUser } from '@/tests/factories/user'

const issuer = await new OidcIssuer().start()
Object.assign(process.env, { OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret })

beforeAll(async () => {
  await makeSite()
})
afterAll(() => issuer.stop())

/** Goes to the issuer and comes back, as a browser would; returns the address that the issuer sends it to. */
async function visitIssuer(browser: SignInBrowser, persona: Persona, callbackUrl = '/articles'): Promise<string> {
  issuer.persona = persona
  const csrfToken = await browser.csrfToken()
  const start = await browser.post('/api/auth/signin/oidc', { csrfToken, callbackUrl, json: 'true' })
  const { url } = (await start.json()) as { url: string }
  const answer = await fetch(url, { redirect: 'manual' })
  return (answer.headers.get('location') ?? '').replace(DESK, '')
}

/** The whole way round. Returns where the browser ends up: a path, with the code of the fault if there is one. */
async function signIn(browser: SignInBrowser, persona: Persona): Promise<string> {
  const response = await browser.get(await visitIssuer(browser, persona))
  let location = (response.headers.get('location') ?? '').replace(DESK, '')
  // Its own error address only leads on to the sign-in page.
  while (location.startsWith('/api/auth/')) location = ((await browser.get(location)).headers.get('location') ?? '').replace(DESK, '')
  return location
}

const linksOf = (userId: string) => getDb().prisma.account.findMany({ where: { userId } })

describe('signing in at an OIDC provider', () => {
  it('links a verified email to the user who has it, and opens a session', async () => {
    const user = await makeUser({ role: 'editor', email: 'ines@example.org' })
    const browser = new SignInBrowser()
    expect(await signIn(browser, { sub: 'ines-1', email: 'Ines@Example.org', email_verified: true })).toBe('/articles')
    const actor = await findSessionActor(browser.cookieHeader)
    expect(actor).toMatchObject({ id: user.id, role: 'editor' })
    const [link, ...more] = await linksOf(user.id)
    expect(more).toEqual([])
    expect(link).toMatchObject({ provider: issuer.url, providerAccountId: 'ines-1' })
  })

  it('knows the user by the link afterwards, whatever their email is by then', async () => {
    const user = await makeUser()
    await signIn(new SignInBrowser(), { sub: 'moved', email: user.email, email_verified: true })
    const browser = new SignInBrowser()
    expect(await signIn(browser, { sub: 'moved', email: 'new-address@example.org', email_verified: false })).toBe('/articles')
    expect((await findSessionActor(browser.cookieHeader))?.id).toBe(user.id)
  })

  it('asks the userinfo endpoint when the ID token has no email', async () => {
    const user = await makeUser()
    const browser = new SignInBrowser()
    expect(await signIn(browser, { sub: 'quiet', email: user.email, email_verified: true, isEmailAtUserinfo: true })).toBe('/articles')
    expect((await findSessionActor(browser.cookieHeader))?.id).toBe(user.id)
  })

  it('links nobody by an email that the provider does not vouch for', async () => {
    const user = await makeUser({ role: 'admin' })
    const browser = new SignInBrowser()
    const expected = '/sign-in?error=oidc_unverified'
    expect(await signIn(browser, { sub: 'thief', email: user.email, email_verified: false })).toBe(expected)
    expect(await signIn(browser, { sub: 'thief', email: user.email })).toBe(expected)
    expect(await signIn(browser, { sub: 'thief' })).toBe(expected)
    expect(await linksOf(user.id)).toEqual([])
    expect(await findSessionActor(browser.cookieHeader)).toBeNull()
  })

  it('refuses people who are not users here, and adds nobody', async () => {
    const before = await getDb().prisma.user.count()
    const browser = new SignInBrowser()
    expect(await signIn(browser, { sub: 'stranger', email: 'stranger@example.org', email_verified: true })).toBe(
      '/sign-in?error=oidc_unknown',
    )
    expect(await getDb().prisma.user.count()).toBe(before)
    expect(await findSessionActor(browser.cookieHeader)).toBeNull()
  })

  it('refuses a disabled user, linked or not', async () => {
    const user = await makeUser()
    const persona = { sub: 'leaver', email: user.email, email_verified: true }
    await signIn(new SignInBrowser(), persona)
    await getDb().prisma.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } })
    expect(await signIn(new SignInBrowser(), persona)).toBe('/sign-in?error=disabled')
    expect(await signIn(new SignInBrowser(), { ...persona, sub: 'leaver-2' })).toBe('/sign-in?error=disabled')
  })

  it('does not let a second identity with the same email take over', async () => {
    const user = await makeUser()
    await signIn(new SignInBrowser(), { sub: 'first', email: user.email, email_verified: true })
    expect(await signIn(new SignInBrowser(), { sub: 'second', email: user.email, email_verified: true })).toBe('/sign-in?error=oidc_linked')
    expect((await linksOf(user.id)).map((link) => link.providerAccountId)).toEqual(['first'])
  })
})

describe('what comes back from the provider', () => {
  it.each([
    ['answers another request', { hasWrongNonce: true }],
    ['is signed by an unknown key', { hasWrongKey: true }],
    ['is meant for another client', { hasWrongAudience: true }],
  ])('is refused when its ID token %s', async (_case, fault) => {
    const user = await makeUser()
    const browser = new SignInBrowser()
    expect(await signIn(browser, { sub: user.id, email: user.email, email_verified: true, ...fault })).toMatch(
      /^\/sign-in\?.*error=OAuthCallback$/,
    )
    expect(await findSessionActor(browser.cookieHeader)).toBeNull()
    expect(await linksOf(user.id)).toEqual([])
  })

  it('is refused in another browser than the one that asked', async () => {
    const user = await makeUser()
    const callback = await visitIssuer(new SignInBrowser(), { sub: user.id, email: user.email, email_verified: true })
    const other = new SignInBrowser()
    await other.get(callback)
    expect(await findSessionActor(other.cookieHeader)).toBeNull()
  })

  it('is refused with a state that was changed', async () => {
    const user = await makeUser()
    const browser = new SignInBrowser()
    const callback = await visitIssuer(browser, { sub: user.id, email: user.email, email_verified: true })
    await browser.get(callback.replace(/state=[^&]+/, 'state=made-up'))
    expect(await findSessionActor(browser.cookieHeader)).toBeNull()
  })

  it('is refused with a PKCE verifier of another request', async () => {
    const user = await makeUser()
    const browser = new SignInBrowser()
    const persona = { sub: user.id, email: user.email, email_verified: true }
    const first = await visitIssuer(browser, persona)
    await visitIssuer(browser, persona)
    await browser.get(first)
    expect(await findSessionActor(browser.cookieHeader)).toBeNull()
  })
})
