import { beforeEach, describe, expect, it, vi } from 'vitest'
import { uuidv7 } from 'uuidv7'
import * as keys from '@/lib/db/api-key'
import { listAuditEntries } from '@/lib/services/audit/list'
import { createApiKey } from '@/lib/services/api-key/create'
import { listApiKeys } from '@/lib/services/api-key/list'
import { revokeApiKey } from '@/lib/services/api-key/revoke'
import { verifyApiKey } from '@/lib/services/api-key/verify'
import { makeGate } from '@/tests/factories/gate'
import { makeSite, type TestSite } from '@/tests/factories/site'

const find = keys.findApiKeyByHash
let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>

beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin')
})

const make = (name: string) => createApiKey(admin, { name, scopes: ['ingest'] })

describe('API keys', () => {
  it('are listed without the key, the working ones first', async () => {
    const old = await make('old CMS')
    const { key } = await make('new CMS')
    await revokeApiKey(admin, old.resource.id)
    const keys = await listApiKeys(admin)
    expect(keys.map(({ name, revokedAt }) => [name, revokedAt !== null])).toEqual([
      ['new CMS', false],
      ['old CMS', true],
    ])
    expect(key.startsWith(keys[0]?.prefix ?? 'none')).toBe(true)
    expect(JSON.stringify(keys)).not.toContain(key)
  })

  it('are refused from the moment they are revoked', async () => {
    const { key, resource } = await make('CMS')
    expect(await verifyApiKey(key)).toMatchObject({ id: resource.id })
    await revokeApiKey(admin, resource.id)
    expect(await verifyApiKey(key)).toBeNull()
  })

  it('are refused from then on, though one was being looked up at that moment', async () => {
    const { key, resource } = await make('CMS')
    const [found, revoked] = [makeGate(), makeGate()]
    vi.spyOn(keys, 'findApiKeyByHash').mockImplementationOnce(async (db, hash) => {
      const row = await find(db, hash)
      found.open()
      await revoked.opened
      return row
    })
    const early = verifyApiKey(key)
    await found.opened
    await revokeApiKey(admin, resource.id)
    revoked.open()
    await early
    expect(await verifyApiKey(key)).toBeNull()
    vi.mocked(keys.findApiKeyByHash).mockRestore()
  })

  it('that are revoked twice keep the time of the first, and the log has one line', async () => {
    const { resource } = await make('CMS')
    const { revokedAt } = await revokeApiKey({ ...admin, now: () => new Date('2026-03-01T10:00:00Z') }, resource.id)
    await expect(revokeApiKey({ ...admin, now: () => new Date('2026-03-02T10:00:00Z') }, resource.id)).rejects.toMatchObject({
      code: 'conflict',
      message: 'This API key has been revoked already.',
    })
    expect([revokedAt, (await listApiKeys(admin)).map((key) => key.revokedAt)]).toEqual([
      '2026-03-01T10:00:00.000Z',
      ['2026-03-01T10:00:00.000Z'],
    ])
    const { entries } = await listAuditEntries(admin)
    expect(entries.map(({ act }) => act).sort()).toEqual(['api_key.create', 'api_key.revoke'])
  })

  it('of another site are neither listed nor revoked', async () => {
    const { key, resource } = await make('CMS')
    const other = await (await makeSite()).as('admin')
    expect(await listApiKeys(other)).toEqual([])
    await expect(revokeApiKey(other, resource.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await verifyApiKey(key)).not.toBeNull()
  })

  it.each([uuidv7(), 'nonsense'])('that do not exist cannot be revoked: %s', async (id) => {
    await expect(revokeApiKey(admin, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it.each(['moderator', 'editor'] as const)('are not for a %s', async (role) => {
    const { key, resource } = await make('CMS')
    const person = await site.as(role)
    await expect(listApiKeys(person)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(revokeApiKey(person, resource.id)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await verifyApiKey(key)).not.toBeNull()
  })
})
