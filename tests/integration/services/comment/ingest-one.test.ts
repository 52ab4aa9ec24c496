import { expect, it, vi } from 'vitest'
import { ingestComment } from '@/lib/services/comment/ingest-one'
import * as batches from '@/lib/services/comment/load-batch'
import { makeArticle } from '@/tests/factories/article'
import { makeGate } from '@/tests/factories/gate'
import { makeSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

it('comments that share a commit do not share what breaks one of them: that one alone is told of it', async () => {
  const site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  const load = batches.loadBatch
  const [isFirstAt, areAllThere] = [makeGate(), makeGate()]
  const groups: string[] = []
  const spy = vi.spyOn(batches, 'loadBatch').mockImplementation(async (db, siteId, sent) => {
    groups.push(sent.map(({ externalId }) => externalId).join(' '))
    isFirstAt.open()
    await areAllThere.opened
    if (sent.some(({ externalId }) => externalId === 'c2')) throw new Error('broken')
    return load(db, siteId, sent)
  })
  const send = (externalId: string) => ingestComment(site.asKey('ingest'), { externalId, articleExternalId: 'a', body: 'Text' })
  const first = send('c0')
  await isFirstAt.opened
  const others = Promise.allSettled(['c1', 'c2', 'c3'].map(send))
  areAllThere.open()
  expect(await first).toMatchObject({ outcome: 'created' })
  expect((await others).map((one) => (one.status === 'fulfilled' ? one.value.outcome : (one.reason as Error).message))).toEqual([
    ...['created', 'broken', 'created'],
  ])
  spy.mockRestore()
  expect(groups).toEqual(['c0', 'c1 c2 c3', 'c1', 'c2', 'c3'])
  expect(Object.keys(await readComments(site)).sort()).toEqual(['c0', 'c1', 'c3'])
})
