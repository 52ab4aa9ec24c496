import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { createApiKey } from '@/lib/services/api-key/create'
import { listApiKeys } from '@/lib/services/api-key/list'
import { revokeApiKey } from '@/lib/services/api-key/revoke'
import { rotateApiKey } from '@/lib/services/api-key/rotate'
import { forgetApiKeys, verifyApiKey } from '@/lib/services/api-key/verify'
import { makeSite } from '@/tests/factories/site'

it('makes a key of the same name and scopes; the old one works on for the overlap and no longer', async () => {
  const admin = await (await makeSite()).as('admin')
  const old = await createApiKey(admin, { name: 'CMS', scopes: ['ingest'] })
  const { key, resource } = await rotateApiKey(admin, old.resource.id, { overlapHours: 1 })
  expect(resource).toMatchObject({ name: 'CMS', scopes: ['ingest'], expiresAt: null })
  expect([await verifyApiKey(old.key), await verifyApiKey(key)]).toMatchObject([{ id: old.resource.id }, { id: resource.id }])
  await getDb().query(`UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1`, [old.resource.id])
  forgetApiKeys()
  expect([await verifyApiKey(old.key), await verifyApiKey(key)]).toMatchObject([null, { id: resource.id }])
  const acts = await getDb().query<{ act: string; subject_id: string }>(
    'SELECT act, subject_id FROM audit_entry WHERE site_id = $1 ORDER BY id',
    [admin.actor.siteId],
  )
  expect(acts).toEqual([
    { act: 'api_key.create', subject_id: old.resource.id },
    { act: 'api_key.rotate', subject_id: resource.id },
  ])
})

it('without an overlap ends the old key at once', async () => {
  const admin = await (await makeSite()).as('admin')
  const old = await createApiKey(admin, { name: 'CMS', scopes: ['read'] })
  await verifyApiKey(old.key)
  await rotateApiKey(admin, old.resource.id, { overlapHours: 0 })
  expect(await verifyApiKey(old.key)).toBeNull()
  expect(await listApiKeys(admin)).toHaveLength(2)
})

it('is for admins, for keys that work, once, and for overlaps that are offered', async () => {
  const site = await makeSite()
  const admin = await site.as('admin')
  const { resource } = await createApiKey(admin, { name: 'CMS', scopes: ['read'] })
  await expect(rotateApiKey(await site.as('moderator'), resource.id, { overlapHours: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(rotateApiKey(admin, resource.id, { overlapHours: 2 as 1 })).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(rotateApiKey(await (await makeSite()).as('admin'), resource.id, { overlapHours: 1 })).rejects.toMatchObject({
    code: 'not_found',
  })
  await rotateApiKey(admin, resource.id, { overlapHours: 1 })
  await expect(rotateApiKey(admin, resource.id, { overlapHours: 1 })).rejects.toMatchObject({ code: 'not_found' })
  await revokeApiKey(admin, resource.id)
  await expect(rotateApiKey(admin, resource.id, { overlapHours: 1 })).rejects.toMatchObject({ code: 'not_found' })
})
