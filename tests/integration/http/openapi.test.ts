import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as getDocument } from '@/app/api/v1/openapi.json/route'
import { createParleyClient, ProblemError, type ParleyClient } from '@/lib/contracts/client'
import { getDb } from '@/lib/db/connection'
import * as commentWrite from '@/lib/db/comment/comment-write'
import * as env from '@/lib/env'
import { readApiDocument } from '@/lib/http/api/openapi'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { askWhileAway, askWhileBroken } from '@/tests/factories/documented-faults'
import { askAsCoral } from '@/tests/factories/documented-coral'
import { callDocumented, listDocumented, seen } from '@/tests/factories/documented-api'
import { comment, giveOutAndErase, OPERATIONS, rejectComment } from '@/tests/factories/documented-operations'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments, STORED_TWICE } from '@/tests/factories/stored'

let site: TestSite
let key: string
let client: ParleyClient
beforeEach(async () => {
  site = await makeSite()
  key = await makeKey(site, 'ingest', 'read', 'privacy')
  client = createParleyClient({ baseUrl: 'http://desk.test/', key, fetch: callDocumented })
  await client.putArticle('a', { title: 'Bridges' })
})
type Options = Parameters<typeof apiRequest>[2]
const call = async (method: string, path: string, options: Options) =>
  (await callDocumented(apiRequest(method, path, { key, ...options }))).status
const WITH_BODY = OPERATIONS.filter(({ body }) => body !== undefined)
const WITH_ID = OPERATIONS.filter(({ path }) => path.lastIndexOf('/') > 0)

it('serves the document to anybody', async () => {
  const response = await getDocument(new Request('http://desk.test/api/v1/openapi.json'))
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(readApiDocument())))
})

describe('what succeeds, by the client', () => {
  it('an article is sent, changed and read', async () => {
    const made = await client.putArticle('x/1 ü', { title: 'Ferries', publishedAt: '2026-03-01T10:00:00+01:00', state: 'held' })
    expect(made).toMatchObject({ externalId: 'x/1 ü', title: 'Ferries', publishedAt: '2026-03-01T09:00:00.000Z', state: 'held' })
    expect(await client.putArticle('x/1 ü', { title: 'Ferries', author: 'Ines' })).toEqual({ ...made, author: 'Ines' })
    expect(await client.getArticle('x/1 ü')).toEqual({ ...made, author: 'Ines' })
  })

  it('comments are sent, edited, reported and deleted', async () => {
    const sent = [comment('c1', { revision: 3 }), comment('c2', { body: ' ' }), comment('c3', { parentExternalId: 'c1' })]
    const { items, counts } = await client.postComments(sent)
    expect(counts).toEqual({ created: 2, updated: 0, unchanged: 0, stale: 0, invalid: 1 })
    expect(items[1]).toEqual({ externalId: 'c2', outcome: 'invalid', problems: [{ path: '/body', message: 'is empty' }] })
    expect(await client.editComment('c1', { body: 'Other', revision: 4 })).toMatchObject({ outcome: 'updated', status: 'published' })
    expect(await client.reportComment('c1', { externalId: 'r', reason: 'spam' })).toMatchObject({ outcome: 'created', isOpen: true })
    expect(await client.reportComment('c1', { externalId: 'r', reason: 'spam' })).toMatchObject({ outcome: 'unchanged', isOpen: true })
    expect(await client.removeComment('c1', 1)).toEqual({ externalId: 'c1', outcome: 'stale' })
    expect(await client.removeComment('c1', 5)).toBeUndefined()
    expect((await readComments(site))['c1']).toMatchObject({ body: 'Other', status: 'removed', sourceRevision: 5 })
  })

  it('a comment that is held or marked says so', async () => {
    await client.putArticle('a', { title: 'Bridges', state: 'held' })
    const { items } = await client.postComments([comment('c1')])
    expect(items[0]).toMatchObject({ outcome: 'created', status: 'pending', reasons: ['New comments on this article are held'] })
  })

  it('a stream of articles and comments', async () => {
    const outcomes = []
    const article = { type: 'article' as const, externalId: 'b', title: 'Boats' }
    const items = [article, comment('s1'), comment('s2', { articleExternalId: 'none' })]
    for await (const outcome of client.sendComments(items)) outcomes.push(outcome)
    expect(outcomes).toMatchObject([
      { line: 1, type: 'article', externalId: 'b', outcome: 'created' },
      { line: 2, type: 'comment', externalId: 's1', outcome: 'created', status: 'published' },
      { line: 3, externalId: 's2', outcome: 'invalid', problems: [{ path: '/articleExternalId' }] },
    ])
  })

  it('comments and decisions are read back', async () => {
    await client.postComments([comment('c1'), comment('c2', { parentExternalId: 'c1', author: { name: 'Ann' } }), comment('c3')])
    const page = await client.listArticleComments('a', { limit: 2 })
    expect(page.items.map(({ externalId }) => externalId)).toEqual(['c1', 'c2'])
    const { items, next } = await client.listArticleComments('a', { limit: 2, cursor: page.next ?? '' })
    expect([items.map(({ externalId }) => externalId), next]).toEqual([['c3'], null])
    expect(await client.getComment('c2')).toMatchObject({
      parentExternalId: 'c1',
      author: { externalId: 'name:Ann', name: 'Ann' },
      status: 'published',
    })
    await rejectComment(site, 'c1')
    const feed = await client.listDecisions({ limit: 5 })
    expect(feed).toMatchObject({
      items: [{ position: 1, kind: 'reject', reason: 'abuse', comment: { externalId: 'c1', status: 'rejected', version: 2 } }],
      next: 1,
      hasMore: false,
    })
    const appealed = await client.appealDecision('c1', { statement: 'No!' })
    expect(appealed).toMatchObject({ decisionId: feed.items[0]?.id, outcome: 'created', state: 'open' })
    expect(await client.appealDecision('c1', { statement: 'No!' })).toEqual({ ...appealed, outcome: 'unchanged' })
    expect((await client.listArticleComments('a', { order: 'newest' })).items.map(({ externalId }) => externalId)).toEqual(['c3', 'c2'])
    expect((await client.listArticleComments('a', { status: 'rejected' })).items.map(({ externalId }) => externalId)).toEqual(['c1'])
    for (const path of ['/articles/a', '/articles/a/comments', '/comments/c1']) expect(await call('GET', path, { known: '*' })).toBe(304)
  })

  it('a commenter is given out and erased', () => giveOutAndErase(client))

  it('one comment alone: 201, then 200', async () => {
    for (const status of [201, 200]) expect(await call('POST', '/comments', { body: comment('c1') })).toBe(status)
  })
})

describe('what is refused', () => {
  beforeEach(async () => {
    await client.postComments([comment('c1')])
    await rejectComment(site, 'c1')
  })

  it('the client throws the problem document, or one of its own when the answer is none', async () => {
    const refused = await client.getArticle('nope').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ProblemError)
    const detail = 'There is no article with this external id.'
    expect(refused).toMatchObject({ problem: { type: '/problems/not-found', title: 'Not found', status: 404, detail } })
    const proxied = createParleyClient({
      baseUrl: 'http://desk.test',
      key,
      fetch: () => Promise.resolve(new Response('Bad', { status: 502 })),
    })
    await expect(proxied.getArticle('a')).rejects.toMatchObject({ problem: { type: 'about:blank', status: 502 } })
  })

  it.each(OPERATIONS)('$method $path: 400 for its parameter, 401 and 403 for its key', async ({ method, path, body, scope }) => {
    const other = await makeKey(site, scope === 'ingest' ? 'read' : 'ingest')
    expect(await call(method, `${path}?nonsense=1`, { body })).toBe(400)
    expect(await call(method, path, { body, key: `parley_aaaaaaaa_${'a'.repeat(43)}` })).toBe(401)
    expect(await call(method, path, { body, key: other })).toBe(403)
  })

  it.each([...OPERATIONS, { method: 'POST', path: '/comments/bulk', body: {} }])(
    '$method $path: 429 beyond the allowance',
    async ({ method, path, body }) => {
      const own = await makeKey(site, 'ingest', 'read', 'privacy')
      const allowed = vi.spyOn(env, 'readEnv').mockReturnValue({ ...env.readEnv(), RATE_LIMIT_PER_MINUTE: 1 })
      const first = await callDocumented(apiRequest(method, path, { key: own, body }))
      expect([first.headers.get('ratelimit-policy'), first.headers.get('ratelimit')]).toEqual(['"key";q=1;w=60', '"key";r=0;t=60'])
      const second = await callDocumented(apiRequest(method, path, { key: own, body }))
      allowed.mockRestore()
      expect([second.status, Number(second.headers.get('retry-after'))]).toEqual([429, 60])
    },
  )

  it.each(OPERATIONS.filter(({ method }) => method !== 'GET'))(
    '$method $path: 409 and 422 for its Idempotency-Key',
    async ({ method, path, body }) => {
      const ask = async (sent: object | undefined, more = '') => {
        const request = apiRequest(method, path + more, { key, body: sent })
        request.headers.set('idempotency-key', 'once')
        return callDocumented(request)
      }
      const first = await ask(body)
      const again = await ask(body)
      expect([again.status, again.headers.get('idempotent-replayed'), await again.text()]).toEqual([
        first.status,
        'true',
        await first.text(),
      ])
      expect((await ask(body === undefined ? undefined : { ...body, more: 1 }, body === undefined ? '?sourceId=other' : '')).status).toBe(
        422,
      )
      await getDb().query('UPDATE idempotency_key SET status = NULL')
      const busy = await ask(body)
      expect([busy.status, busy.headers.get('retry-after')]).toEqual([409, '1'])
    },
  )

  it.each(WITH_BODY)('$method $path: 400, 413, 415 and 422 for its body', async ({ method, path }) => {
    expect(await call(method, path, { raw: '{"body":' })).toBe(400)
    expect(await call(method, path, { raw: `{"body":"${'x'.repeat(1024 * 1024)}"}` })).toBe(413)
    expect(await call(method, path, { raw: 'body=x', type: 'text/plain' })).toBe(415)
    expect(await call(method, path, { body: { nonsense: true } })).toBe(422)
  })

  it.each(WITH_ID)('$method $path: 400 and 422 for its address', async ({ method, path, body }) => {
    expect(await call(method, path.replace(/(?<=s\/)\w+/, '%E0%A4%A'), { body })).toBe(400)
    expect(await call(method, path.replace(/(?<=s\/)\w+/, '%01'), { body })).toBe(422)
  })

  it.each(WITH_ID.filter(({ method }) => method !== 'PUT' && method !== 'DELETE'))(
    '$method $path: 404 for what is not there',
    async ({ method, path, body }) => {
      expect(await call(method, path.replace(/(?<=s\/)\w+/, 'nope'), { body })).toBe(404)
    },
  )

  it('reading: 422 for a parameter that is not right', async () => {
    expect(await call('GET', '/decisions?after=-1', {})).toBe(422)
    expect(await call('GET', '/articles/a/comments?status=gone', {})).toBe(422)
    expect(await call('GET', '/articles/a/comments?cursor=x', {})).toBe(422)
    expect(await call('GET', '/transparency?period=2026-13', {})).toBe(422)
  })

  it('arrays: 413 beyond a thousand comments and beyond 8 MB, 422 when empty', async () => {
    const many = Array.from({ length: 1001 }, (_, index) => comment(`m${index}`))
    expect(await call('POST', '/comments', { body: many })).toBe(413)
    expect(await call('POST', '/comments', { raw: `["${'x'.repeat(8 * 1024 * 1024)}"]` })).toBe(413)
    expect(await call('POST', '/comments', { body: [] })).toBe(422)
  })

  it('streams: 400, 401, 403, 409, 413, 415 and 422', async () => {
    const stream = async (raw: BodyInit, more: Options = {}) =>
      call('POST', '/comments/bulk', { raw, type: 'application/x-ndjson', ...more })
    const line = JSON.stringify(comment('c9'))
    const packed = async (raw: Buffer) => {
      const request = apiRequest('POST', '/comments/bulk', { key, raw: new Uint8Array(raw), type: 'application/x-ndjson' })
      request.headers.set('content-encoding', 'gzip')
      return (await callDocumented(request)).status
    }
    expect(await packed(Buffer.from('no gzip'))).toBe(400)
    expect(await stream(line, { key: `parley_aaaaaaaa_${'a'.repeat(43)}` })).toBe(401)
    expect(await stream(line, { key: await makeKey(site, 'read') })).toBe(403)
    expect(await packed(gzipSync(Buffer.alloc(40 * 1024 * 1024)))).toBe(413)
    expect(await stream(line, { type: 'application/json' })).toBe(415)
    expect(await stream(' ')).toBe(422)
    const insert = vi.spyOn(commentWrite, 'insertComments').mockRejectedValue(STORED_TWICE)
    expect(await stream(line)).toBe(409)
    insert.mockRestore()
    await getDb().query('ALTER TABLE comment RENAME TO comment_away')
    expect(await stream(line)).toBe(500)
    await getDb().query('ALTER TABLE comment_away RENAME TO comment')
  })

  it('409 when other requests keep adding the same comment', async () => {
    const insert = vi.spyOn(commentWrite, 'insertComments').mockRejectedValue(STORED_TWICE)
    expect(await call('POST', '/comments', { body: comment('c2') })).toBe(409)
    insert.mockRestore()
    expect(await call('POST', '/comments', { body: comment('c2') })).toBe(201)
  })

  it('500 with an id and nothing else when something breaks here', async () =>
    expect(new Set(await askWhileBroken(key))).toEqual(new Set([500])))

  it('503 with the time to come again when the database is away', async () =>
    expect(new Set(await askWhileAway(key))).toEqual(new Set(['503 5'])))
})

it('a Coral site is answered', async () => {
  expect(await askAsCoral(site)).toEqual([200, 204, 400, 401, 404, 413, 415, 422, 500])
})

it('every answer that the document promises was given above', () => {
  expect([...seen].sort()).toEqual(listDocumented().sort())
})
