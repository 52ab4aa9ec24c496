import { once } from 'node:events'
import { request as sendByNode, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createParleyClient } from '@/lib/contracts/client'
import type { BulkResult } from '@/lib/contracts/bulk'
import { getDb } from '@/lib/db/connection'
import * as commentWrite from '@/lib/db/comment/comment-write'
import { handlePostBulk } from '@/lib/http/api/post-bulk'
import { createFront } from '@/lib/http/listener'
import { makeKey } from '@/tests/factories/api-key'
import { PATIENT, settle } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

let server: Server
let origin: string
let site: TestSite
let key: string
beforeAll(async () => {
  server = createFront(() => Promise.reject(new Error('Next was asked.')))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  site = await makeSite()
  key = await makeKey(site, 'ingest')
})

const ARTICLE = { type: 'article', externalId: 'a', title: 'Bridges' }
const comment = (externalId: string, more: object = {}) => ({
  externalId,
  articleExternalId: 'a',
  body: `Text of ${externalId}`,
  revision: 1,
  ...more,
})
const ndjson = (...items: unknown[]) => items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join('\n')

async function sendLines(body: BodyInit, headers: Record<string, string> = {}): Promise<BulkResult[]> {
  const all = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson', ...headers }
  const response = await fetch(`${origin}/api/v1/comments/bulk`, { method: 'POST', headers: all, body })
  expect(response.status).toBe(200)
  const text = await response.text()
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as BulkResult]))
}

/** A request that stays open: what is written goes out, what comes back is collected. */
function openStream() {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' }
  const request = sendByNode(`${origin}/api/v1/comments/bulk`, { method: 'POST', headers })
  const answered = once(request, 'response') as Promise<[IncomingMessage]>
  return { request, answered }
}

const count = async (from: string) => {
  const [row] = await getDb().query<{ count: number }>(`SELECT count(*) AS count FROM ${from} WHERE site_id = $1`, [site.id])
  return row?.count
}

describe('a bulk stream', () => {
  it('answers each line in its order: articles, comments, replies before parents, and what is wrong', async () => {
    const outcomes = await sendLines(
      ndjson(
        comment('reply', { parentExternalId: 'parent' }),
        ARTICLE,
        '',
        '{"externalId":',
        '[1]',
        { type: 'report' },
        comment('parent'),
        comment('x', { body: '' }),
        comment('parent'),
        comment('parent', { body: 'Newer', revision: 2 }),
        comment('nul', { body: 'a\u0000b' }),
        comment('lost', { articleExternalId: 'unknown' }),
        { type: 'article', externalId: 'b' },
      ),
    )
    expect(outcomes.map((outcome) => ('line' in outcome ? [outcome.line, outcome.externalId, outcome.outcome] : outcome))).toEqual([
      [1, 'reply', 'created'],
      [2, 'a', 'created'],
      [4, null, 'invalid'],
      [5, null, 'invalid'],
      [6, null, 'invalid'],
      [7, 'parent', 'created'],
      [8, 'x', 'invalid'],
      [9, 'parent', 'unchanged'],
      [10, 'parent', 'updated'],
      [11, 'nul', 'invalid'],
      [12, 'lost', 'invalid'],
      [13, 'b', 'invalid'],
    ])
    expect(outcomes[2]).toMatchObject({ problems: [{ path: '', message: 'is not JSON' }] })
    const stored = await readComments(site)
    expect(stored['reply']).toMatchObject({ parent: 'parent', depth: 1 })
    expect(stored['parent']).toMatchObject({ body: 'Newer', status: 'published' })
  })

  it('says what to do about lines that are no lines of NDJSON, and reads files put one behind the other', async () => {
    const tell = async (body: BodyInit) =>
      (await sendLines(body)).map((outcome) =>
        'problems' in outcome ? `${outcome.line}${outcome.problems[0]?.path} ${outcome.problems[0]?.message}` : outcome.outcome,
      )
    const line = (id: string) => JSON.stringify(comment(id))
    await sendLines(ndjson(ARTICLE))
    expect(await tell(`${line('m1')}\n\ufeff${line('m2')}`)).toEqual(['created', 'created'])
    expect(await tell(`${line('r1')}\r${line('r2')}`)).toEqual(['1 is not JSON. Lines end with LF (\\n), not with CR (\\r)'])
    const one = 'Send one object a line, with no commas or brackets between them'
    expect(await tell(`[\n${line('l1')},\n${line('l2')}\n]`)).toEqual([
      `1 is not JSON by itself. ${one}`,
      `2 is not JSON by itself. ${one}`,
      'created',
      `4 is not JSON by itself. ${one}`,
    ])
    expect(await tell(`[${line('l3')},${line('l4')}]`)).toEqual(['1 is a list. Send one object a line'])
    expect((await tell(JSON.stringify(comment('p1'), null, 2)))[0]).toBe('1 is not JSON by itself. Send each object whole, on one line')
    expect((await tell(gzipSync(line('g1'))))[0]).toBe('1 is packed with gzip. Send content-encoding: gzip with it')
    expect(await tell(ndjson({ type: 'article', title: 'T' }, { type: 'article', externalId: 5, title: 'T' }))).toEqual([
      '1/externalId is missing',
      '2/externalId is not a text',
    ])
  })

  it('is the same with gzip, and reports a line that is too long or not UTF-8', async () => {
    const body = Buffer.concat([
      Buffer.from(ndjson(ARTICLE, comment('1'), '')),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(`{"body":"${'x'.repeat(4 * 1024 * 1024 + 100)}"}\n`),
      Buffer.from(ndjson(comment('2'))),
    ])
    const outcomes = await sendLines(new Uint8Array(gzipSync(body)), { 'content-encoding': 'gzip' })
    expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['created', 'created', 'invalid', 'invalid', 'created'])
    expect(outcomes[3]).toMatchObject({ line: 4, problems: [{ path: '', message: 'is longer than 4 MB' }] })
    const [again] = await sendLines(new Uint8Array(gzipSync(ndjson(comment('2')))), { 'content-encoding': 'x-gzip' })
    expect(again).toMatchObject({ externalId: '2', outcome: 'unchanged' })
  })

  it('hangs replies under parents of later batches, and writes nothing when it is sent again', async () => {
    const many = Array.from({ length: 2500 }, (_, at) =>
      comment(`c${at}`, at === 0 ? {} : { parentExternalId: `c${Math.floor((at - 1) / 8)}` }),
    )
    const body = ndjson(ARTICLE, ...many.reverse())
    const first = await sendLines(body)
    expect(first.filter((outcome) => outcome.outcome === 'created')).toHaveLength(2501)
    expect(await count('comment')).toBe(2500)
    const stored = Object.values(await readComments(site))
    expect(stored.filter((row) => row.parent === null)).toHaveLength(1)
    expect(Math.max(...stored.map((row) => row.depth))).toBe(4)
    const inserted = vi.spyOn(commentWrite, 'insertComments')
    const marks = () => getDb().query('SELECT max(xmin::text::bigint) AS newest, count(*) FROM comment WHERE site_id = $1', [site.id])
    const before = await marks()
    const second = await sendLines(body)
    expect(new Set(second.map((outcome) => outcome.outcome))).toEqual(new Set(['unchanged']))
    expect(await marks()).toEqual(before)
    expect(inserted).not.toHaveBeenCalled()
    inserted.mockRestore()
  })

  it('answers a slow sender before the stream ends', async () => {
    const { request, answered } = openStream()
    request.write(`${ndjson(ARTICLE, comment('1'))}\n`)
    const [response] = await answered
    const chunks = response.iterator() as AsyncIterator<Buffer, undefined>
    const first = (await chunks.next()).value?.toString() ?? ''
    expect(first.match(/"outcome":"created"/g)).toHaveLength(2)
    request.end(ndjson(comment('2')))
    expect(JSON.parse((await chunks.next()).value?.toString() ?? '')).toMatchObject({ line: 3, externalId: '2', outcome: 'created' })
    expect((await chunks.next()).done).toBe(true)
  })

  it('says how far it came when the database fails in the middle', async () => {
    const insert = commentWrite.insertComments
    let calls = 0
    const failing = vi.spyOn(commentWrite, 'insertComments').mockImplementation(async (...args) => {
      if (++calls === 2) throw new Error('the database is gone')
      return insert(...args)
    })
    const outcomes = await sendLines(ndjson(ARTICLE, ...Array.from({ length: 2000 }, (_, at) => comment(`c${at}`))))
    expect(outcomes).toHaveLength(1001)
    expect(outcomes.at(-1)).toEqual({
      outcome: 'aborted',
      afterLine: 1000,
      detail: expect.stringContaining('Something broke here') as string,
    })
    expect(await count('comment')).toBe(999)
    failing.mockRestore()
  })

  it('goes no further than a client that went away', async () => {
    const { request, answered } = openStream()
    request.on('error', () => undefined)
    request.write(`${ndjson(ARTICLE, comment('1'))}\n`)
    await answered
    request.destroy()
    await vi.waitFor(async () => expect(await count('comment')).toBe(1), PATIENT)
    expect((await sendLines(ndjson(comment('2')))).map((outcome) => outcome.outcome)).toEqual(['created'])
  })

  it('takes in no more than is read of its answer', async () => {
    let made = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (made === 0) controller.enqueue(Buffer.from(`${JSON.stringify(ARTICLE)}\n`))
        controller.enqueue(Buffer.from(`${JSON.stringify(comment(`c${made}`))}\n`))
        made += 1
        if (made === 30_000) controller.close()
      },
    })
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' }
    // No network between: what it keeps on its way, no two machines agree about.
    const request = new Request(`${origin}/api/v1/comments/bulk`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    const response = await handlePostBulk(request)
    expect(await settle(() => made)).toBeLessThan(10_000)
    await response.body?.cancel()
  })

  it('keeps memory flat', async () => {
    const items = (function* () {
      yield { type: 'article' as const, externalId: 'a', title: 'Bridges' }
      for (let made = 0; made < 60_000; made += 1) yield comment(`c${made}`, { body: 'A text of some length. '.repeat(20) })
    })()
    const outcomes = createParleyClient({ baseUrl: origin, key }).sendComments(items)
    await outcomes.next()
    // What this thread holds: the resident size is that of others too.
    const held = () => process.memoryUsage().heapUsed + process.memoryUsage().external
    const before = held()
    for (let read = 0; read < 5000; read += 1) await outcomes.next()
    await outcomes.return(undefined)
    expect(held() - before).toBeLessThan(150 * 1024 * 1024)
  })
})
