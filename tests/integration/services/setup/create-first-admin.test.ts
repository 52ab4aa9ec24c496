import { existsSync, mkdtempSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { postSetup } from '@/lib/http/settings/setup'
import { hasUsers } from '@/lib/services/setup/has-users'
import { readSetupToken } from '@/lib/services/setup/token'
import { SignInBrowser } from '@/tests/factories/sign-in-browser'
import { makeSite } from '@/tests/factories/site'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-data-'))
process.env['DATA_DIR'] = dataDir
const tokenFile = path.join(dataDir, 'setup-token')

const INPUT = { email: 'Ada@Example.org', name: 'Ada Berg', password: 'a password long enough', siteName: 'The Averhaven Lantern' }

beforeEach(async () => {
  await getDb().prisma.session.deleteMany()
  await getDb().prisma.user.deleteMany()
  await getDb().prisma.site.deleteMany()
})

async function post(body: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'content-type': 'application/json' }
  const response = await postSetup(
    new Request('http://localhost:3000/api/v1/setup', { method: 'POST', headers, body: JSON.stringify(body) }),
  )
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('the first setup', () => {
  it('makes the site and its administrator, who can sign in then', async () => {
    expect(await hasUsers()).toBe(false)
    expect(await post({ ...INPUT, token: readSetupToken() })).toMatchObject({
      status: 201,
      body: { email: 'ada@example.org', role: 'admin' },
    })
    expect(await hasUsers()).toBe(true)
    expect(await getDb().prisma.site.findMany()).toMatchObject([{ name: 'The Averhaven Lantern', slug: 'the-averhaven-lantern' }])
    const entries = await getDb().query('SELECT actor_name AS who, act, subject_name AS what FROM audit_entry ORDER BY id')
    expect(entries).toEqual([
      { who: 'Ada Berg', act: 'site.create', what: 'The Averhaven Lantern' },
      { who: 'Ada Berg', act: 'user.create', what: 'Ada Berg' },
    ])
    expect(await new SignInBrowser().signIn(INPUT.email, INPUT.password)).toBe('signed in')
  })

  it('keeps the token in a file for its owner only, and removes it after use', async () => {
    const token = readSetupToken()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(readSetupToken()).toBe(token)
    expect((statSync(tokenFile).mode & 0o777).toString(8)).toBe('600')
    await post({ ...INPUT, token })
    expect(existsSync(tokenFile)).toBe(false)
  })

  it.each(['', 'guess', 'x'.repeat(43)])('refuses the token %j and makes nobody', async (token) => {
    readSetupToken()
    expect(await post({ ...INPUT, token })).toMatchObject({ status: 403 })
    expect(await hasUsers()).toBe(false)
    expect(await getDb().prisma.site.count()).toBe(0)
  })

  it('refuses every token when none was made', async () => {
    expect(existsSync(tokenFile)).toBe(true)
    const token = readSetupToken()
    await post({ ...INPUT, token })
    await getDb().prisma.user.deleteMany()
    expect(await post({ ...INPUT, token })).toMatchObject({ status: 403 })
    expect(await post({ ...INPUT, token: '' })).toMatchObject({ status: 403 })
  })

  it('is closed once there is a user, even with the token', async () => {
    await post({ ...INPUT, token: readSetupToken() })
    const answer = await post({ ...INPUT, email: 'second@example.org', token: readSetupToken() })
    expect(answer).toMatchObject({ status: 409, body: { detail: 'Parley is set up already. Sign in instead.' } })
    expect(await getDb().prisma.user.count()).toBe(1)
  })

  it('goes to one of two at the same moment', async () => {
    const token = readSetupToken()
    const answers = await Promise.all([
      post({ ...INPUT, email: 'one@example.org', token }),
      post({ ...INPUT, email: 'two@example.org', token }),
      post({ ...INPUT, email: 'three@example.org', token }),
    ])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await getDb().prisma.user.count()).toBe(1)
    expect(await getDb().prisma.site.count()).toBe(1)
  })

  it('adopts a site that is there already, from an import', async () => {
    const { id } = await makeSite()
    await post({ ...INPUT, token: readSetupToken() })
    expect(await getDb().prisma.site.findMany()).toMatchObject([{ id, name: 'The Averhaven Lantern' }])
  })

  it('says what is wrong with the input, field by field', async () => {
    const answer = await post({ token: readSetupToken(), email: 'ada', name: ' ', password: 'short', siteName: '' })
    expect(answer.status).toBe(422)
    expect((answer.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/email',
      '/name',
      '/password',
      '/siteName',
    ])
  })
})
