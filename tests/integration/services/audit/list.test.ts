import { beforeEach, expect, it } from 'vitest'
import { createApiKey } from '@/lib/services/api-key/create'
import { listAuditEntries } from '@/lib/services/audit/list'
import { readSiteSettings } from '@/lib/services/site/read-settings'
import { updateSiteSettings } from '@/lib/services/site/update-settings'
import { createUser } from '@/lib/services/user/create'
import { updateUser } from '@/lib/services/user/update'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin', 'Ada')
})

const told = async (before: string | null = null) =>
  (await listAuditEntries(admin, before)).entries.map(({ actorName, act, subjectName }) => `${actorName}: ${act} ${subjectName}`)

it('tells who changed keys, people and the policy, the newest first', async () => {
  await createApiKey(admin, { name: 'CMS', scopes: ['ingest'] })
  const { id } = await createUser(admin, {
    email: `${site.id}@example.org`,
    name: 'Bo',
    role: 'moderator',
    password: 'a long enough password',
  })
  await updateUser(admin, { id, patch: { role: 'editor' } })
  await updateUser(admin, { id, patch: { role: 'editor', isDisabled: true, password: 'another long password' } })
  await updateUser(admin, { id, patch: { isDisabled: false } })
  const settings = await readSiteSettings(admin)
  await updateSiteSettings(admin, { name: 'Courier', policy: settings.policy, version: settings.version })
  expect(await told()).toEqual([
    'Ada: site.update Courier',
    'Ada: user.enable Bo',
    'Ada: user.password Bo',
    'Ada: user.disable Bo',
    'Ada: user.role Bo',
    'Ada: user.create Bo',
    'Ada: api_key.create CMS',
  ])
})

it('notes nothing of what is refused', async () => {
  await expect(createApiKey(admin, { name: ' ', scopes: ['ingest'] })).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(updateUser(admin, { id: admin.actor.id, patch: { isDisabled: true } })).rejects.toMatchObject({ code: 'not_allowed' })
  expect(await told()).toEqual([])
})

it('gives fifty at a time, each once', async () => {
  for (let number = 1; number <= 60; number += 1) await createApiKey(admin, { name: `key ${number}`, scopes: ['read'] })
  const first = await listAuditEntries(admin, null)
  const second = await listAuditEntries(admin, first.older)
  expect([first.entries.length, second.entries.length, second.older]).toEqual([50, 10, null])
  expect(new Set([...first.entries, ...second.entries].map(({ subjectName }) => subjectName)).size).toBe(60)
})

it('is for administrators, each of their own site', async () => {
  await createApiKey(admin, { name: 'CMS', scopes: ['ingest'] })
  for (const role of ['moderator', 'editor'] as const) {
    await expect(listAuditEntries(await site.as(role), null)).rejects.toMatchObject({ code: 'forbidden' })
  }
  const other = await makeSite()
  expect((await listAuditEntries(await other.as('admin'), null)).entries).toEqual([])
})
