import { beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import type { Context } from '@/lib/services/context'
import { createUser } from '@/lib/services/user/create'
import { listUsers } from '@/lib/services/user/list'
import { isPassword } from '@/lib/services/user/password'
import { updateUser } from '@/lib/services/user/update'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { makeUser, PASSWORD } from '@/tests/factories/user'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>

beforeEach(async () => {
  await getDb().prisma.user.deleteMany()
  site = await makeSite()
  admin = await site.as('admin', 'Ada Berg')
})

const find = (id: string) => getDb().prisma.user.findUniqueOrThrow({ where: { id } })
const openSession = (userId: string) =>
  getDb().prisma.session.create({ data: { id: uuidv7(), userId, siteId: site.id, expiresAt: new Date(Date.now() + 3_600_000) } })
const openSessions = (userId: string) => getDb().prisma.session.count({ where: { userId, revokedAt: null } })

describe('adding a user', () => {
  const input = { email: 'Teo@Example.org', name: ' Teo Marsh ', role: 'moderator' as const, password: PASSWORD }

  it('stores the email in lower case and the password as an argon2id hash', async () => {
    const added = await createUser(admin, input)
    expect(added).toMatchObject({ email: 'teo@example.org', name: 'Teo Marsh', role: 'moderator', isDisabled: false })
    const { passwordHash } = await find(added.id)
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword(PASSWORD, passwordHash)).toBe(true)
  })

  it('refuses an email that is taken', async () => {
    await createUser(admin, input)
    await expect(createUser(admin, { ...input, email: 'TEO@example.org' })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuses a password of fewer than 12 characters', async () => {
    await expect(createUser(admin, { ...input, password: 'eleven char' })).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ path: ['password'], message: 'needs at least 12 characters' }] },
    })
  })

  it.each(['moderator', 'editor'] as const)('is not for a %s', async (role) => {
    await expect(createUser(await site.as(role), input)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await getDb().prisma.user.count({ where: { email: 'teo@example.org' } })).toBe(0)
  })

  it('is not for an API key', async () => {
    await expect(createUser(site.asKey('ingest', 'read'), input)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the list of users', () => {
  it('has administrators first, then everybody by name, and no hash', async () => {
    await makeUser({ name: 'Zoe', role: 'editor' })
    await makeUser({ name: 'Mara', role: 'moderator' })
    const users = await listUsers(admin)
    expect(users.map((user) => user.name)).toEqual(['Ada Berg', 'Zoe', 'Mara'])
    expect(JSON.stringify(users)).not.toContain('argon2')
  })

  it('is not for moderators', async () => {
    await expect(listUsers(await site.as('moderator'))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('changing a user', () => {
  it('sets another role', async () => {
    const user = await makeUser({ role: 'moderator' })
    expect(await updateUser(admin, { id: user.id, patch: { role: 'editor' } })).toMatchObject({ id: user.id, role: 'editor' })
    expect((await find(user.id)).role).toBe('editor')
  })

  it('ends all sessions when it disables, and enabling opens none again', async () => {
    const user = await makeUser()
    await openSession(user.id)
    await openSession(user.id)
    expect(await updateUser(admin, { id: user.id, patch: { isDisabled: true } })).toMatchObject({ isDisabled: true })
    expect(await openSessions(user.id)).toBe(0)
    expect(await updateUser(admin, { id: user.id, patch: { isDisabled: false } })).toMatchObject({ isDisabled: false })
    expect(await openSessions(user.id)).toBe(0)
  })

  it('ends all sessions when it sets a password, and the new one works', async () => {
    const user = await makeUser()
    await openSession(user.id)
    await updateUser(admin, { id: user.id, patch: { password: 'another long password' } })
    expect(await openSessions(user.id)).toBe(0)
    const { passwordHash } = await find(user.id)
    expect(await isPassword('another long password', passwordHash)).toBe(true)
    expect(await isPassword(PASSWORD, passwordHash)).toBe(false)
  })

  it('leaves sessions open when only the role changes', async () => {
    const user = await makeUser()
    await openSession(user.id)
    await updateUser(admin, { id: user.id, patch: { role: 'editor' } })
    expect(await openSessions(user.id)).toBe(1)
  })

  it.each(['moderator', 'editor'] as const)('is not for a %s', async (role) => {
    const user = await makeUser({ role: 'moderator' })
    await expect(updateUser(await site.as(role), { id: user.id, patch: { role: 'admin' } })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await find(user.id)).role).toBe('moderator')
  })

  it.each([uuidv7(), 'no id at all'])('says so when there is no such user: %s', async (id) => {
    await expect(updateUser(admin, { id, patch: { role: 'editor' } })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('refuses to change or disable oneself', async () => {
    await makeUser({ role: 'admin' })
    const { id } = admin.actor
    await expect(updateUser(admin, { id, patch: { role: 'editor' } })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(updateUser(admin, { id, patch: { isDisabled: true } })).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await find(id)).toMatchObject({ role: 'admin', disabledAt: null })
  })

  it('keeps the last administrator', async () => {
    await makeUser({ role: 'admin', disabledAt: new Date() })
    const system: Context = { actor: { kind: 'system', name: 'test', siteId: site.id }, db: getDb(), now: () => new Date() }
    for (const patch of [{ role: 'editor' as const }, { isDisabled: true }]) {
      await expect(updateUser(system, { id: admin.actor.id, patch })).rejects.toThrow(/^Ada Berg is the last administrator/)
    }
  })

  it('keeps one administrator when two demote each other at once', async () => {
    const other = await site.as('admin', 'Bo')
    const outcomes = await Promise.allSettled([
      updateUser(admin, { id: other.actor.id, patch: { role: 'editor' } }),
      updateUser(other, { id: admin.actor.id, patch: { role: 'editor' } }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await getDb().prisma.user.count({ where: { role: 'admin' } })).toBe(1)
  })
})
