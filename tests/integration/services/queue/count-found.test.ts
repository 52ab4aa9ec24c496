import { expect, it } from 'vitest'
import { countFound } from '@/lib/services/queue/count-found'
import { makeComment } from '@/tests/factories/comment'
import { makeCrowd } from '@/tests/factories/crowd'
import { makeSite } from '@/tests/factories/site'

it('what a search finds is counted, whoever reads, and to a thousand', async () => {
  const site = await makeSite()
  await makeComment(site, { status: 'pending' })
  await makeComment(site, { status: 'rejected' })
  const ines = await site.as('editor')
  expect(await countFound(ines, 'is:pending')).toEqual({ count: 1, isCapped: false })
  const crowd = await makeSite()
  await makeCrowd(crowd.id, 1200)
  expect(await countFound(await crowd.as('editor'), '-is:removed')).toEqual({ count: 1000, isCapped: true })
  await expect(countFound(site.asKey('ingest'), 'is:pending')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(countFound(ines, 'is:wave')).rejects.toMatchObject({ code: 'invalid_input' })
})
