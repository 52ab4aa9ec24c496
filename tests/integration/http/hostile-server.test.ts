import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { HostileClient } from '@/tests/factories/hostile-client'
import { EDGES, NAUGHTY } from '@/tests/factories/hostile-texts'
import { makeSite, type TestSite } from '@/tests/factories/site'

const SAMPLES = path.resolve('../shared/samples')
const MEGABYTE = 1024 * 1024
/** What the server may have kept after all of it, and what it may have held at its worst. */
const MOST_KEPT = 50 * MEGABYTE
const MOST_HELD = 600 * MEGABYTE

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
let key: string
let client: HostileClient
let before: number

beforeAll(async () => {
  site = await makeSite()
  admin = await site.as('admin')
  key = await makeKey(site, 'ingest', 'read')
  await makeArticle(site, { externalId: 'a' })
  client = await HostileClient.start(key)
  await sendAll(Array.from({ length: 300 }, (_, count) => ['POST', '/comments', JSON.stringify(comment(`warm-${count}`))]))
  // What is loaded when the first text in another language comes is no memory of what was sent.
  await client.send(
    'POST',
    '/comments',
    JSON.stringify(comment('warm-other', { body: 'Die Fähre war wieder zu spät, und niemand hat etwas gesagt.' })),
  )
  before = (await client.readMemory()).now
})

afterAll(() => client.stop())

const comment = (externalId: string, more: object = {}) => ({ externalId, articleExternalId: 'a', body: 'The ferry was late.', ...more })

type Sent = Parameters<HostileClient['send']>

const AT_ONCE = 8

/** Sends them a few at a time: none may be answered with a fault. */
async function sendAll(requests: readonly Sent[]): Promise<void> {
  for (let from = 0; from < requests.length; from += AT_ONCE) {
    const statuses = await Promise.all(requests.slice(from, from + AT_ONCE).map((request) => client.send(...request)))
    expect(statuses.filter((status) => status >= 500)).toEqual([])
  }
}

describe('bodies', () => {
  it('JSON at its edges, on every way in', async () => {
    const files = path.join(SAMPLES, 'json-edge/test_parsing')
    if (!existsSync(files)) console.info('The JSON edge files are not beside this checkout: only those of the test itself are sent.')
    const bodies: (string | Buffer)[] = [
      ...EDGES,
      ...(existsSync(files) ? readdirSync(files).map((name) => readFileSync(path.join(files, name))) : []),
    ]
    const ways = [
      ['POST', '/comments'],
      ['POST', '/comments/bulk'],
      ['PATCH', '/comments/warm-1'],
      ['POST', '/coral/01a20d85-bb1b-7220-baca-7f47cdcf67c0'],
    ] as const
    await sendAll(
      bodies.flatMap((body) =>
        ways.map(([method, at]): Sent => [
          method,
          at,
          body as BodyInit,
          at.endsWith('bulk') ? { 'content-type': 'application/x-ndjson' } : {},
        ]),
      ),
    )
  })

  it('naughty strings in every field, and in addresses', async () => {
    const file = path.join(SAMPLES, 'naughty-strings/blns.json')
    const strings = [...NAUGHTY, ...(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [])]
    const whole = (text: string) => ({
      externalId: text,
      articleExternalId: 'a',
      parentExternalId: text,
      author: { externalId: text, name: text },
      body: text,
      language: text,
      postedAt: text,
    })
    const inAddress = (text: string, most: number) => encodeURIComponent(text.slice(0, most).toWellFormed())
    await sendAll(
      strings.flatMap((text): Sent[] => [
        ['POST', '/comments', JSON.stringify(whole(text))],
        ['POST', '/comments', JSON.stringify(comment(`n-${text.length}`, { body: text }))],
        ...(text.isWellFormed()
          ? ([
              ['GET', `/decisions?after=${inAddress(text, 2000)}`],
              ['PATCH', `/comments/${inAddress(text, 1000)}`, '{"body":"x"}'],
            ] satisfies Sent[])
          : []),
      ]),
    )
  })

  it('gzip bombs are refused before they are unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MEGABYTE, 32))
    const packed = { 'content-encoding': 'gzip' }
    for (let round = 0; round < 3; round += 1) {
      expect(await client.send('POST', '/comments', bomb, packed)).toBe(413)
      expect(await client.send('POST', '/comments/bulk', bomb, { ...packed, 'content-type': 'application/x-ndjson' })).toBeLessThan(500)
      expect(await client.send('POST', '/comments', gzipSync(bomb), packed)).toBeLessThan(500)
      expect(await client.send('POST', '/comments', bomb.subarray(0, 100), packed)).toBeLessThan(500)
    }
  })

  it('lines nested beyond reason, of whatever they say that they are', async () => {
    const deep = (type: string) => `{"type":"${type}","externalId":"d","title":${'['.repeat(5000)}${']'.repeat(5000)}}\n`
    for (const type of ['article', 'comment', 'x'])
      expect(await client.send('POST', '/comments/bulk', deep(type), { 'content-type': 'application/x-ndjson' })).toBe(200)
  })

  it('a line without an end, and a stream that is mostly wrong', async () => {
    const endless = Buffer.alloc(20 * MEGABYTE, 'a')
    expect(await client.send('POST', '/comments/bulk', endless, { 'content-type': 'application/x-ndjson' })).toBeLessThan(500)
    const wrong = '{"type":"comment"}\n'.repeat(50_000)
    expect(await client.send('POST', '/comments/bulk', wrong, { 'content-type': 'application/x-ndjson' })).toBe(200)
  })
})

describe('files', () => {
  it('billion laughs and their like come to nothing, or to a sentence', async () => {
    const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
    const post = '<post dsq:id="1"><message>&l9;</message><thread dsq:id="t"/></post>'
    const disqus = `<?xml version="1.0"?><!DOCTYPE disqus [<!ENTITY l0 "ha">${laughs}<!ENTITY x SYSTEM "file:///etc/passwd">]><disqus xmlns:dsq="d"><thread dsq:id="t"><link>https://x.example/</link><title>T</title></thread>${post}</disqus>`
    expect((await client.importFile(admin, 'laughs.xml', disqus)).state).toMatch(/done|failed/)
    const quadratic = `<disqus xmlns:dsq="d">${'<thread dsq:id="t">'.repeat(20_000)}`
    expect((await client.importFile(admin, 'deep.xml', quadratic)).state).toBe('failed')
    expect(await client.importFile(admin, 'deep.html', `<!doctype html>${'<div>'.repeat(100_000)}`)).toMatchObject({
      state: 'failed',
      refusal: expect.stringContaining('too deep') as string,
    })
    expect((await client.importFile(admin, 'deep.json', `{"tenantID":"t","a":${'['.repeat(100_000)}`)).state).toBe('failed')
    expect((await client.importFile(admin, 'wide.csv', `text,${'x,'.repeat(50_000)}\n${'"'.repeat(99_999)}`)).state).toBe('failed')
    expect((await client.importFile(admin, 'line.ndjson', `{"type":"comment","body":"${'a'.repeat(10 * MEGABYTE)}`)).state).toBe('failed')
  })
})

describe('requests that are no requests', () => {
  const head = (lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`
  const auth = () => `authorization: Bearer ${key}`

  it.each<[string, () => string]>([
    ['no HTTP at all', () => 'hello\r\n\r\n'],
    ['TLS to a plain port', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a header of 100 kB', () => head(['POST /api/v1/comments HTTP/1.1', 'host: x', `x: ${'a'.repeat(100_000)}`])],
    ['5,000 headers', () => head(['POST /api/v1/comments HTTP/1.1', 'host: x', ...Array.from({ length: 5000 }, (_, at) => `x${at}: 1`)])],
    ['two lengths', () => `${head(['POST /api/v1/comments HTTP/1.1', 'host: x', auth(), 'content-length: 2', 'content-length: 3'])}{}`],
    [
      'a length and chunks',
      () => `${head(['POST /api/v1/comments HTTP/1.1', 'host: x', auth(), 'content-length: 2', 'transfer-encoding: chunked'])}0\r\n\r\n`,
    ],
    [
      'a chunk of no size',
      () =>
        `${head(['POST /api/v1/comments HTTP/1.1', 'host: x', auth(), 'content-type: application/json', 'transfer-encoding: chunked'])}zz\r\n`,
    ],
    ['two hosts', () => head(['GET /api/v1/decisions HTTP/1.1', 'host: x', 'host: y', auth()])],
    ['two keys', () => head(['GET /api/v1/decisions HTTP/1.1', 'host: x', auth(), 'authorization: Bearer other'])],
    [
      'a coding that is not undone',
      () =>
        `${head(['POST /api/v1/comments HTTP/1.1', 'host: x', auth(), 'content-type: application/json', 'transfer-encoding: gzip, chunked'])}2\r\n{}\r\n0\r\n\r\n`,
    ],
    [
      'a trailer that names somebody else',
      () =>
        `${head(['POST /api/v1/comments HTTP/1.1', 'host: x', auth(), 'content-type: application/json', 'transfer-encoding: chunked'])}2\r\n{}\r\n0\r\nauthorization: Bearer other\r\n\r\n`,
    ],
    ['a negative length', () => head(['POST /api/v1/comments HTTP/1.1', 'host: x', auth(), 'content-length: -1'])],
    ['a line feed in a header', () => head(['GET /api/v1/decisions HTTP/1.1', 'host: x', 'x: a\nb: c\r'])],
    ['an address of 60 kB', () => head([`GET /api/v1/comments/${'a'.repeat(60_000)} HTTP/1.1`, 'host: x'])],
    ['an address that is not encoded', () => head(['PATCH /api/v1/comments/%E0%A4%A HTTP/1.1', 'host: x', auth(), 'content-length: 2'])],
    ['a whole URL as its address', () => head(['GET http://evil.example/api/v1/decisions HTTP/1.1', 'host: x', auth()])],
    ['no host, and another version', () => head(['GET /api/v1/decisions HTTP/9.9'])],
    ['a method nobody knows', () => head(['BREW /api/v1/comments HTTP/1.1', 'host: x', 'content-length: 0'])],
    ['a key of 10 kB', () => head(['GET /api/v1/decisions HTTP/1.1', 'host: x', `authorization: Bearer ${'a'.repeat(10_000)}`])],
    [
      'an Idempotency-Key of 10 kB',
      () =>
        `${head(['POST /api/v1/comments HTTP/1.1', 'host: x', auth(), `idempotency-key: ${'a'.repeat(10_000)}`, 'content-type: application/json', 'content-length: 2'])}{}`,
    ],
    [
      'a Last-Event-ID that is no number',
      () => head(['GET /api/v1/decisions HTTP/1.1', 'host: x', auth(), 'accept: text/event-stream', 'last-event-id: x;y']),
    ],
    ['an expectation', () => head(['POST /api/v1/comments HTTP/1.1', 'host: x', auth(), 'expect: something', 'content-length: 0'])],
  ])('%s', async (_, make) => {
    const status = await client.sendRaw(make())
    expect(status ?? 400).toBeLessThan(500)
  })

  it('a hundred that break off in their middle', async () => {
    const start = head(['POST /api/v1/comments HTTP/1.1', 'host: x', auth(), 'content-type: application/json', 'content-length: 900000'])
    await Promise.all(
      Array.from({ length: 100 }, async (_, at) => {
        const socket = connect(client.port, '127.0.0.1').on('error', () => undefined)
        socket.write(start + '{"externalId":"'.padEnd(at * 500, 'x'))
        await new Promise((resolve) => setTimeout(resolve, 20 + at))
        socket.resetAndDestroy()
      }),
    )
  })

  it('a crowd that sends a byte now and then holds nobody else up', async () => {
    const start = head(['POST /api/v1/comments HTTP/1.1', 'host: x', auth(), 'content-type: application/json', 'content-length: 5000'])
    const slow = Array.from({ length: 200 }, () => connect(client.port, '127.0.0.1').on('error', () => undefined))
    for (const socket of slow) socket.write(start)
    const drip = setInterval(() => slow.forEach((socket) => socket.write(' ')), 50)
    const times: number[] = []
    for (let count = 0; count < 30; count += 1) {
      const startedAt = performance.now()
      expect(await client.send('POST', '/comments', JSON.stringify(comment(`calm-${count}`)))).toBe(201)
      times.push(performance.now() - startedAt)
    }
    clearInterval(drip)
    for (const socket of slow) socket.destroy()
    // Whoever stood behind them would wait for minutes.
    expect(times.sort((a, b) => a - b)[15]).toBeLessThan(10_000)
  })
})

it('after all of it the server answers as before, never in the 500s, and keeps no memory of it', async () => {
  expect(client.child.exitCode).toBeNull()
  expect(await client.send('POST', '/comments', JSON.stringify(comment('after')))).toBe(201)
  expect([...client.statuses.keys()].filter((status) => status >= 500)).toEqual([])
  const { now, peak } = await client.readMemory()
  console.info(
    `Memory: ${Math.round(before / MEGABYTE)} MB before, ${Math.round(now / MEGABYTE)} MB after, ${Math.round(peak / MEGABYTE)} MB at most.`,
  )
  expect(now - before).toBeLessThan(MOST_KEPT)
  expect(peak).toBeLessThan(MOST_HELD)
})
