import { expect, it } from 'vitest'
import { createParleyClient } from '@/lib/contracts/client'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { callDocumented } from '@/tests/factories/documented-api'
import { comment } from '@/tests/factories/documented-operations'
import { makeSite } from '@/tests/factories/site'

it('what is unchanged is not sent again, and what is changed is', async () => {
  const key = await makeKey(await makeSite(), 'ingest', 'read')
  const client = createParleyClient({ baseUrl: 'http://desk.test/', key, fetch: callDocumented })
  await client.putArticle('a', { title: 'Bridges' })
  await client.postComments([comment('c1')])
  const first = await client.refreshArticleComments(null, 'a')
  expect(first.page.items.map(({ externalId }) => externalId)).toEqual(['c1'])
  expect(await client.refreshArticleComments(first, 'a')).toBe(first)
  await client.editComment('c1', { body: 'Other' })
  const second = await client.refreshArticleComments(first, 'a')
  expect(second.page.items.map(({ body }) => body)).toEqual(['Other'])
  expect(await client.refreshArticleComments(second, 'a')).toBe(second)
  for (const path of ['/articles/a', '/articles/a/comments', '/comments/c1']) {
    const ask = (tag?: string) => callDocumented(apiRequest('GET', path, tag === undefined ? { key } : { key, known: tag }))
    const whole = await ask()
    const tag = whole.headers.get('etag') ?? ''
    expect([whole.status, whole.headers.get('cache-control'), tag]).toEqual([
      200,
      'private, no-cache',
      expect.stringMatching(/^"[\w-]{27}"$/),
    ])
    const statuses = []
    for (const given of [tag, `W/${tag}`, `"other", ${tag}`, '*', '"other"', '']) statuses.push((await ask(given)).status)
    expect(statuses).toEqual([304, 304, 304, 304, 200, 200])
    expect((await ask(tag)).headers.get('etag')).toBe(tag)
  }
})
