import { expect, it } from 'vitest'
import { countQueues } from '@/lib/services/queue/count'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

it('counts each queue under the filters that are set', async () => {
  const site = await makeSite()
  const editor = await site.as('editor')
  const article = await makeArticle(site)
  await makeComment(site, { article, status: 'pending' })
  await makeComment(site, { article, status: 'published', suggestedOffTopic: 0.9, openReports: 1 })
  await makeComment(site, { status: 'published', parentExternalId: 'x', suggestedUncivil: { score: 0.6, kind: 'insult' } })
  await makeComment(site, { status: 'approved', reviewedAt: new Date() })
  const all = { review: 3, uncivil: 1, off_topic: 1, reported: 1, held: 1, newest: 4, mine: 0, capped: [] }
  expect(await countQueues(editor, {})).toEqual(all)
  expect(await countQueues(editor, { article: article.id })).toEqual({ ...all, review: 2, uncivil: 0, newest: 2 })
  expect(await countQueues(editor, { status: ['pending', 'approved'] })).toEqual({
    review: 1,
    uncivil: 0,
    off_topic: 0,
    reported: 0,
    held: 1,
    newest: 2,
    mine: 0,
    capped: [],
  })
})

it('is forbidden to a key that may only send comments', async () => {
  const site = await makeSite()
  await expect(countQueues(site.asKey('ingest'), {})).rejects.toMatchObject({ code: 'forbidden' })
})
