import { createHash } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { createApiKey } from '@/lib/services/api-key/create'
import { verifyApiKey } from '@/lib/services/api-key/verify'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
})

const make = async () =>
  createApiKey(await site.as('admin'), { name: ' CMS ', scopes: ['ingest', 'read', 'ingest'].slice(0, 2) as ['ingest', 'read'] })
const stored = async () =>
  (
    await getDb().query<{ hash: Buffer; lastUsedAt: Date | null }>(
      'SELECT hash, last_used_at AS "lastUsedAt" FROM api_key WHERE site_id = $1',
      [site.id],
    )
  )[0]

it('a key is shown once, and only its hash is kept', async () => {
  const { key, resource } = await make()
  expect(key).toMatch(/^parley_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/)
  expect(resource).toMatchObject({ name: 'CMS', scopes: ['ingest', 'read'], prefix: key.slice(0, 15), lastUsedAt: null, revokedAt: null })
  expect((await stored())?.hash).toEqual(createHash('sha256').update(key).digest())
  const rows = await getDb().query<{ text: string }>('SELECT api_key::text AS text FROM api_key WHERE site_id = $1', [site.id])
  expect(rows[0]?.text).not.toContain(key.slice(16))
})

it('a key stands for its site, its name and its scopes', async () => {
  const { key, resource } = await make()
  expect(await verifyApiKey(key)).toEqual({
    kind: 'api_key',
    id: resource.id,
    name: 'CMS',
    scopes: ['ingest', 'read'],
    siteId: site.id,
    rateLimit: null,
  })
})

it.each(['', 'parley_', 'x'.repeat(100_000), `parley_aaaaaaaa_${'a'.repeat(43)}`, `parley_aaaaaaaa_${'a'.repeat(43)}\n`])(
  'an unknown or malformed key is nobody (%#)',
  async (key) => {
    expect(await verifyApiKey(key)).toBeNull()
  },
)

it('a revoked key is nobody', async () => {
  const { key } = await make()
  await getDb().query('UPDATE api_key SET revoked_at = now() WHERE site_id = $1', [site.id])
  expect(await verifyApiKey(key)).toBeNull()
})

it('notes when a key was used, at most once a minute', async () => {
  const { key } = await make()
  await verifyApiKey(key)
  const first = await vi.waitFor(async () => {
    const at = (await stored())?.lastUsedAt
    expect(at).toBeInstanceOf(Date)
    return at
  }, PATIENT)
  await verifyApiKey(key)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await stored())?.lastUsedAt).toEqual(first)
})

it('only admins make keys', async () => {
  for (const ctx of [await site.as('moderator'), await site.as('editor'), site.asKey('ingest', 'read')]) {
    await expect(createApiKey(ctx, { name: 'CMS', scopes: ['read'] })).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expect(createApiKey(await site.as('admin'), { name: ' ', scopes: [] })).rejects.toMatchObject({ code: 'invalid_input' })
  expect(await stored()).toBeUndefined()
})
