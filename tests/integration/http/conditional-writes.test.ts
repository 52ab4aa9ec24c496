import { expect, it } from 'vitest'
import { PATCH, DELETE } from '@/app/api/v1/comments/[externalId]/route'
import { POST } from '@/app/api/v1/comments/route'
import { PUT, GET } from '@/app/api/v1/articles/[externalId]/route'
import type { ArticleResource } from '@/lib/contracts/ingest'
import type { Problem } from '@/lib/contracts/problem'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

it('a write on a condition is refused and changes nothing: done whatever the condition says, it would undo somebody else’s', async () => {
  const site = await makeSite()
  const key = await makeKey(site, 'ingest', 'read')
  await makeArticle(site, { externalId: 'a', title: 'Fog' })
  const comment = { externalId: 'c1', articleExternalId: 'a', body: 'As it was' }
  await POST(apiRequest('POST', '/comments', { key, body: comment }))
  const writes = [
    [PUT, apiRequest('PUT', '/articles/a', { key, body: { title: 'Other' } })],
    [POST, apiRequest('POST', '/comments', { key, body: { ...comment, body: 'Other' } })],
    [PATCH, apiRequest('PATCH', '/comments/c1', { key, body: { body: 'Other' } })],
    [DELETE, apiRequest('DELETE', '/comments/c1', { key })],
  ] as const
  const conditions = { 'If-Match': '"an older one"', 'If-None-Match': '*', 'If-Unmodified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' }
  for (const [handler, request] of writes) {
    for (const [name, value] of Object.entries(conditions)) {
      const asked = new Request(request.clone())
      asked.headers.set(name, value)
      const response = await handler(asked)
      expect([response.status, ((await response.json()) as Problem).detail]).toEqual([
        400,
        `${name} is not looked at on writes. Leave it out: of two texts, revision says which is newer.`,
      ])
      expect(response.headers.get('ratelimit')).toMatch(/^"key";r=\d+;t=\d+$/)
    }
  }
  const article = (await (await GET(apiRequest('GET', '/articles/a', { key }))).json()) as ArticleResource
  expect(article.title).toBe('Fog')
  expect((await readComments(site))['c1']).toMatchObject({ body: 'As it was' })
})
