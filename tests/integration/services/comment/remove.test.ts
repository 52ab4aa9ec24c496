import { beforeEach, expect, it } from 'vitest'
import { ingestComments } from '@/lib/services/comment/ingest'
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

it('changes nothing when the source has sent a newer revision since', async () => {
  expect(await remove(1)).toBe('stale')
  expect((await readComments(site))['c']).toMatchObject({ status: 'published', version: 1 })
})

it('stays removed for anything that is not newer than the deletion', async () => {
  await remove(4)
  expect(await send(message('Two', 3), message('Two', 4), message('Two'), message('One'))).toEqual(['stale', 'stale', 'stale', 'stale'])
  expect((await readComments(site))['c']).toMatchObject({ status: 'removed', body: 'One', sourceRevision: 4 })
})

it('comes back with a higher revision, and waits for a person', async () => {
  await remove(4)
  expect(await send(message('One', 5), message('One', 5))).toEqual(['updated', 'unchanged'])
  expect((await readComments(site))['c']).toMatchObject({ status: 'pending', body: 'One', sourceRevision: 5, revision: 1, version: 3 })
})

it('keeps the replies, which still hang under it', async () => {
  await remove()
  expect(await send({ ...message('Reply'), externalId: 'r', parentExternalId: 'c' })).toEqual(['created'])
  expect((await readComments(site))['r']).toMatchObject({ parent: 'c', depth: 1 })
})

it('says so when there is no such comment, and when another site has it', async () => {
  const other = await makeSite()
  await expect(removeComment(site.asKey('ingest'), 'nope')).rejects.toMatchObject({ code: 'not_found' })
  await expect(removeComment(other.asKey('ingest'), 'c')).rejects.toMatchObject({ code: 'not_found' })
})

it('is for keys with the scope ingest only', async () => {
  await expect(removeComment(site.asKey('read'), 'c')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(removeComment(await site.as('moderator'), 'c')).rejects.toMatchObject({ code: 'forbidden' })
  expect((await readComments(site))['c']?.status).toBe('published')
})
