import { expect, it } from 'vitest'
import type { CommentPage, CommentResource } from '@/lib/contracts/read'
import { closeReplies } from '@/tests/factories/closed-replies'
import { decideComment } from '@/lib/services/comment/decide'
import { featureComment } from '@/lib/services/comment/feature'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { callDocumented } from '@/tests/factories/documented-api'
import { makeSite } from '@/tests/factories/site'

it('a page is told which comments stand out and which take no replies', async () => {
  const site = await makeSite()
  const key = await makeKey(site, 'read')
  const article = await makeArticle(site)
  const [good, heated, plain] = [
    await makeComment(site, { article, status: 'published' }),
    await makeComment(site, { article, status: 'published' }),
    await makeComment(site, { article, status: 'published' }),
  ]
  await featureComment(await site.as('editor'), good.id, { version: 1 })
  await closeReplies(await site.as('moderator'), heated.id, 1)
  const read = async (path: string) => (await callDocumented(apiRequest('GET', path, { key }))).json() as Promise<unknown>
  const list = async () => {
    const { items } = (await read(`/articles/${article.externalId}/comments`)) as CommentPage
    return Object.fromEntries(items.map(({ externalId, isFeatured, areRepliesClosed }) => [externalId, [isFeatured, areRepliesClosed]]))
  }
  expect(await list()).toEqual({
    [good.externalId]: [true, false],
    [heated.externalId]: [false, true],
    [plain.externalId]: [false, false],
  })
  // What is no longer public stands out nowhere.
  const rejected = { version: 2, act: { kind: 'reject', reason: 'spam' } } as const
  await decideComment(await site.as('moderator'), good.id, rejected)
  expect((await read(`/comments/${good.externalId}`)) as CommentResource).toMatchObject({ status: 'rejected', isFeatured: false })
})
