import { beforeAll, describe, expect, it } from 'vitest'
import { handleAuth } from '@/lib/http/auth'
import { getHealth } from '@/lib/http/health'
import { postSessionSite } from '@/lib/http/desk/session-site'
import { deleteApiKey, getApiKeys, postApiKey } from '@/lib/http/settings/keys'
import { getSiteSettings, getSites, postSite, putSiteSettings } from '@/lib/http/settings/site'
import { getUsers, patchUser, postUser } from '@/lib/http/settings/users'
import { deleteWatchedWord, getWatchedWords, postWatchedWord } from '@/lib/http/settings/watched-words'
import type { Handler } from '@/lib/http/handler'
import { requestAs } from '@/tests/factories/requests'
import { DESK } from '@/tests/factories/sign-in-browser'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { makeUser, PASSWORD } from '@/tests/factories/user'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>

beforeAll(async () => {
  site = await makeSite()
  admin = await site.as('admin')
})

interface Answer {
  status: number
  body: Record<string, unknown>
}

async function ask(handler: Handler, method: string, path: string, body?: unknown, as = admin): Promise<Answer> {
  const response = await handler(await requestAs(as.actor, method, `/api/v1/${path}`, body))
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) }
}

describe('the settings API', () => {
  it('makes a key, shows it once, lists it and revokes it', async () => {
    const made = await ask(postApiKey, 'POST', 'settings/keys', { name: 'CMS', scopes: ['ingest', 'read'] })
    expect(made).toMatchObject({ status: 201, body: { key: expect.stringMatching(/^parley_/) as string } })
    const { id } = made.body['resource'] as { id: string }
    expect(JSON.stringify((await ask(getApiKeys, 'GET', 'settings/keys')).body)).not.toContain(made.body['key'])
    expect(await ask(deleteApiKey, 'DELETE', `settings/keys/${id}`)).toMatchObject({ status: 200, body: { id } })
  })

  it('adds a person and changes their role', async () => {
    const input = { email: 'new@example.org', name: 'New', role: 'editor', password: PASSWORD }
    const made = await ask(postUser, 'POST', 'settings/users', input)
    expect(made).toMatchObject({ status: 201, body: { role: 'editor' } })
    expect(await ask(patchUser, 'PATCH', `settings/users/${made.body['id'] as string}`, { role: 'moderator' })).toMatchObject({
      status: 200,
      body: { role: 'moderator' },
    })
    expect((await ask(getUsers, 'GET', 'settings/users')).body['users']).toEqual(
      expect.arrayContaining([expect.objectContaining({ email: 'new@example.org', role: 'moderator' })]),
    )
  })

  it('watches a word and stops watching it', async () => {
    const made = await ask(postWatchedWord, 'POST', 'settings/watched-words', { term: 'clown', kind: 'insult', isHeld: true })
    expect(made.status).toBe(201)
    expect((await ask(getWatchedWords, 'GET', 'settings/watched-words')).body['words']).toMatchObject([{ term: 'clown', isHeld: true }])
    expect((await ask(deleteWatchedWord, 'DELETE', `settings/watched-words/${made.body['id'] as string}`)).status).toBe(204)
    expect((await ask(getWatchedWords, 'GET', 'settings/watched-words')).body).toEqual({ words: [] })
  })

  it('saves the policy, and answers 409 to whoever read an older one', async () => {
    const { body } = await ask(getSiteSettings, 'GET', 'settings/site')
    const change = { name: 'Gazette', policy: { ...(body['policy'] as object), holdAll: true }, version: body['version'] }
    expect(await ask(putSiteSettings, 'PUT', 'settings/site', change)).toMatchObject({ status: 200, body: { policy: { holdAll: true } } })
    expect(await ask(putSiteSettings, 'PUT', 'settings/site', change)).toMatchObject({ status: 409, body: { type: '/problems/conflict' } })
  })

  it('adds a site and switches this session to it', async () => {
    const person = await site.as('admin')
    const made = await ask(postSite, 'POST', 'settings/sites', { name: 'The Second' }, person)
    expect(made.status).toBe(201)
    expect((await ask(postSessionSite, 'POST', 'session/site', { siteId: made.body['id'] }, person)).status).toBe(204)
    expect((await ask(getSiteSettings, 'GET', 'settings/site', undefined, person)).body).toMatchObject({ name: 'The Second' })
    expect((await ask(getSites, 'GET', 'settings/sites', undefined, person)).status).toBe(200)
  })

  it.each([
    ['keys', getApiKeys],
    ['users', getUsers],
    ['watched-words', getWatchedWords],
    ['site', getSiteSettings],
  ])('answers 403 to a moderator who asks for %s', async (path, handler) => {
    expect(await ask(handler, 'GET', `settings/${path}`, undefined, await site.as('moderator'))).toMatchObject({
      status: 403,
      body: { detail: 'The role moderator may not change settings.' },
    })
  })

  it('answers 401 without a session', async () => {
    expect((await getUsers(new Request(`${DESK}/api/v1/settings/users`))).status).toBe(401)
  })

  it('answers 403 to a change that another site sends with our cookie', async () => {
    const { id } = await makeUser({ role: 'moderator' })
    const request = await requestAs(admin.actor, 'PATCH', `/api/v1/settings/users/${id}`, { role: 'admin' })
    request.headers.set('sec-fetch-site', 'cross-site')
    expect((await patchUser(request)).status).toBe(403)
    expect((await ask(getUsers, 'GET', 'settings/users')).body['users']).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, role: 'moderator' })]),
    )
  })

  it('answers 404 for an id that is none', async () => {
    expect((await ask(patchUser, 'PATCH', 'settings/users/0', { role: 'editor' })).status).toBe(404)
    expect((await ask(deleteApiKey, 'DELETE', 'settings/keys/0')).status).toBe(404)
  })
})

describe('health', () => {
  it('is ok while the database answers', async () => {
    const response = await getHealth(new Request(`${DESK}/api/health`))
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', database: 'ok' }])
  })
})

describe('the list of providers', () => {
  it('offers the password alone when no issuer is configured', async () => {
    const response = await handleAuth(new Request(`${DESK}/api/auth/providers`))
    expect(Object.keys((await response.json()) as object)).toEqual(['credentials'])
  })
})
