import { beforeEach, expect, it } from 'vitest'
import { ingestComments } from '@/lib/services/comment/ingest'
import { getDb } from '@/lib/db/connection'
import { removeComment } from '@/lib/services/comment/remove'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

let site: TestSite
const message = (body: string, revision?: number) => ({ externalId: 'c', articleExternalId: 'a', body, revision })
const send = async (...items: object[]) => (await ingestComments(site.asKey('ingest'), items)).items.map((item) => item.outcome)
const remove = (revision?: number) => removeComment(site.asKey('ingest'), 'c', revision)

beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  await send(message('One', 2))
})

it('removes the comment and keeps its text for the log', async () => {
  expect(await remove()).toBe('removed')
  expect((await readComments(site))['c']).toMatchObject({ status: 'removed', body: 'One', version: 2, sourceRevision: 2 })
})

it('changes nothing the second time', async () => {
  await remove()
  expect(await remove()).toBe('removed')
  expect((await readComments(site))['c']?.version).toBe(2)
})

it('nor does it with the revision that it had the first time, or an older one', async () => {
  await remove(4)
  expect([await remove(4), await remove(3)]).toEqual(['removed', 'stale'])
  expect((await readComments(site))['c']).toMatchObject({ version: 2, sourceRevision: 4 })
  expect(await remove(5)).toBe('removed')
  expect((await readComments(site))['c']).toMatchObject({ status: 'removed', sourceRevision: 5 })
})

it('changes nothing when the source has sent a newer revision since', async () => {
  expect(await remove(1)).toBe('stale')
  expect((await readComments(site))['c']).toMatchObject({ status: 'published', version: 1 })
})

it('stays removed for anything that is not newer than the deletion', async () => {
  await remove(4)
  expect(await send(message('Two', 3), message('Two', 4), message('Two'), message('One'))).toEqual(['stale', 'stale', 'stale', 'stale'])
  expect((await readComments(site))['c']).toMatchObject({ status: 'removed', body: 'One', sourceRevision: 4 })
})

it('comes back with a higher revision, judged like a new comment', async () => {
  await remove(4)
  expect(await send(message('One', 5), message('One', 5))).toEqual(['updated', 'unchanged'])
  expect((await readComments(site))['c']).toMatchObject({ status: 'published', body: 'One', sourceRevision: 5, revision: 1, version: 3 })
})

it('keeps the replies, which still hang under it', async () => {
  await remove()
  expect(await send({ ...message('Reply'), externalId: 'r', parentExternalId: 'c' })).toEqual(['created'])
  expect((await readComments(site))['r']).toMatchObject({ parent: 'c', depth: 1 })
})

it('waits for its comment, unless that is newer; the highest of several deletions counts', async () => {
  const early = (externalId: string, revision?: number) => removeComment(site.asKey('ingest'), externalId, revision)
  expect([await early('e1', 2), await early('e1', 4), await early('e1', 3), await early('e2', 2), await early('e3')]).toEqual(
    Array(5).fill('removed'),
  )
  const arrivals = [
    { ...message('Late', 4), externalId: 'e1' },
    { ...message('Newer', 3), externalId: 'e2' },
    { ...message('Any', 9), externalId: 'e3' },
  ]
  expect(await send(...arrivals)).toEqual(['created', 'created', 'created'])
  expect(await readComments(site)).toMatchObject({
    e1: { status: 'removed', sourceRevision: 4 },
    e2: { status: 'published', sourceRevision: 3, body: 'Newer' },
    e3: { status: 'removed', sourceRevision: 9 },
  })
  expect(await getDb().query('SELECT 1 FROM tombstone WHERE site_id = $1', [site.id])).toEqual([])
})

it("leaves another site's comment of the same id alone", async () => {
  const other = await makeSite()
  expect(await removeComment(other.asKey('ingest'), 'c')).toBe('removed')
  expect((await readComments(site))['c']?.status).toBe('published')
})

it('is for keys with the scope ingest only', async () => {
  await expect(removeComment(site.asKey('read'), 'c')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(removeComment(await site.as('moderator'), 'c')).rejects.toMatchObject({ code: 'forbidden' })
  expect((await readComments(site))['c']?.status).toBe('published')
})
