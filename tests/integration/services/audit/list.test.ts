import { beforeEach, describe, expect, it } from 'vitest'
import type { AuditQuery } from '@/lib/contracts/audit'
import { recordAudit } from '@/lib/db/audit'
import { AUDIT_ACTS, AUDIT_KINDS, listAuditActs } from '@/lib/domain/audit'
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

const told = async (query: AuditQuery = {}) =>
  (await listAuditEntries(admin, query)).entries.map(({ actorName, act, subjectName }) => `${actorName}: ${act} ${subjectName}`)

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
  const first = await listAuditEntries(admin)
  const second = await listAuditEntries(admin, { before: first.older ?? undefined })
  expect([first.entries.length, second.entries.length, second.older]).toEqual([50, 10, null])
  expect(new Set([...first.entries, ...second.entries].map(({ subjectName }) => subjectName)).size).toBe(60)
})

it('is for administrators, each of their own site', async () => {
  await createApiKey(admin, { name: 'CMS', scopes: ['ingest'] })
  for (const role of ['moderator', 'editor'] as const) {
    await expect(listAuditEntries(await site.as(role))).rejects.toMatchObject({ code: 'forbidden' })
  }
  const other = await makeSite()
  expect((await listAuditEntries(await other.as('admin'))).entries).toEqual([])
})

describe('the list narrowed down', () => {
  const day = (date: number) => new Date(Date.UTC(2026, 2, date, 12))
  let bo: typeof admin
  beforeEach(async () => {
    bo = await site.as('admin', 'Bo')
    const changes = [
      [admin, 'rule.create', 'Links', 1],
      [bo, 'rule.on', 'Links', 2],
      [admin, 'api_key.create', 'CMS', 3],
      [bo, 'rule.off', 'Links', 4],
    ] as const
    for (const [{ actor }, act, subjectName, date] of changes)
      await recordAudit(admin.db, { siteId: site.id, actor, act, subjectId: site.id, subjectName, at: day(date) })
  })

  it.each([
    ['nothing', {}, ['Bo: rule.off Links', 'Ada: api_key.create CMS', 'Bo: rule.on Links', 'Ada: rule.create Links']],
    ['a kind of act', { kind: 'rule' }, ['Bo: rule.off Links', 'Bo: rule.on Links', 'Ada: rule.create Links']],
    ['days', { from: '2026-03-02', to: '2026-03-04' }, ['Ada: api_key.create CMS', 'Bo: rule.on Links']],
    ['a day on which nothing was', { from: '2026-03-05' }, []],
  ] satisfies [string, AuditQuery, string[]][])('by %s', async (_, query, expected) => {
    expect(await told(query)).toEqual(expected)
  })

  it('by a person, and by all at once', async () => {
    expect(await told({ by: admin.actor.id })).toEqual(['Ada: api_key.create CMS', 'Ada: rule.create Links'])
    expect(await told({ by: bo.actor.id, kind: 'rule', to: '2026-03-03' })).toEqual(['Bo: rule.on Links'])
  })

  it('goes on after a change by its time, whenever that was noted', async () => {
    const { entries } = await listAuditEntries(admin, { kind: 'rule' })
    expect(await told({ kind: 'rule', before: entries[0]?.id })).toEqual(['Bo: rule.on Links', 'Ada: rule.create Links'])
  })

  it('knows a kind for every act', () => {
    expect(AUDIT_KINDS.flatMap(listAuditActs).sort()).toEqual([...AUDIT_ACTS].sort())
  })
})
