import { once } from 'node:events'
import { request as sendByNode, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { DELETE, PATCH } from '@/app/api/v1/comments/[externalId]/route'
import { POST } from '@/app/api/v1/comments/route'
import { getDb } from '@/lib/db/connection'
import { createFront } from '@/lib/http/listener'
import * as scoring from '@/lib/scoring/score-batch'
import { makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { holdBatch } from '@/tests/factories/held-batch'
import { PATIENT, settle } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'

let server: Server
let origin: string
beforeAll(async () => {
  server = createFront((request, response) => {
    response.writeHead(418).end(`Next was asked for ${request.url}`)
    return Promise.resolve()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ROUTES = { POST, PATCH, DELETE }
type Asked = [method: keyof typeof ROUTES, path: string, body?: unknown, headers?: Record<string, string>]

async function ask(by: 'route file' | 'listener', key: string, [method, path, body, more]: Asked) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...more }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const init = { method, headers, ...(body === undefined ? {} : { body: text }) }
  const address = `${origin}/api/v1${path}`
  const response = by === 'listener' ? await fetch(address, init) : await ROUTES[method](new Request(address, init))
  const answer = (await response.text()).replaceAll(/"id":"[^"]*"/g, '"id":"…"')
  return { status: response.status, type: response.headers.get('content-type'), answer }
}

async function makePlace(): Promise<{ site: TestSite; key: string }> {
  const site = await makeSite()
  await makeArticle(site, { externalId: 'ferry' })
  return { site, key: await makeKey(site, 'ingest') }
}

const comment = (externalId: string, more: object = {}) => ({
  externalId,
  articleExternalId: 'ferry',
  body: `Comment ${externalId}`,
  ...more,
})
const HISTORY: Asked[] = [
  ['POST', '/comments', comment('1', { revision: 1 })],
  ['POST', '/comments', comment('1', { revision: 1 })],
  ['POST', '/comments', [comment('2', { parentExternalId: '1' }), { externalId: 3 }, comment('4', { articleExternalId: 'unknown' })]],
  ['POST', '/comments', comment('5', { articleExternalId: 'unknown' })],
  ['POST', '/comments', { externalId: '6' }],
  ['POST', '/comments', '{"externalId":'],
  ['POST', '/comments', 'x'.repeat(1_100_000)],
  ['POST', '/comments', comment('7'), { 'content-type': 'text/plain' }],
  ['POST', '/comments', comment('7'), { authorization: 'Bearer parley_wrong' }],
  ['POST', '/comments', []],
  ['PATCH', '/comments/1', { body: 'Edited', revision: 2 }],
  ['PATCH', '/comments/%E0%A4%A', { body: 'Edited' }],
  ['DELETE', '/comments/1?revision=3'],
  ['DELETE', '/comments/1?revision=1'],
  ['DELETE', '/comments/2?revision=x'],
]

describe('the listener in front of Next', () => {
  it('answers as the route files do', async () => {
    const [first, second] = [await makePlace(), await makePlace()]
    for (const asked of HISTORY) {
      const byListener = await ask('listener', first.key, asked)
      expect(byListener, asked.slice(0, 2).join(' ')).toEqual(await ask('route file', second.key, asked))
      expect(byListener.status).toBeLessThan(500)
    }
  })

  it('leaves everything else to Next', async () => {
    for (const [method, path] of [
      ['GET', '/queue'],
      ['GET', '/api/v1/comments'],
      ['POST', '/api/v1/comments/1/reports'],
      ['POST', '/api/v1/comments/'],
    ] as const) {
      const response = await fetch(origin + path, { method })
      expect([response.status, await response.text()]).toEqual([418, `Next was asked for ${path}`])
    }
  })

  it('writes what comes while another is being written in one commit', async () => {
    const { site, key } = await makePlace()
    const readAhead = vi.spyOn(scoring, 'readAhead')
    const first = holdBatch(1)
    const asked = Array.from({ length: 50 }, (_, at) => ask('listener', key, ['POST', '/comments', comment(`c${at}`)]))
    // All that wait behind the first are read meanwhile.
    await vi.waitFor(() => expect(readAhead).toHaveBeenCalledTimes(49), PATIENT)
    first.letGo()
    readAhead.mockRestore()
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201))
    const [row] = await getDb().query<{ comments: number; commits: number }>(
      'SELECT count(*) AS comments, count(DISTINCT xmin::text) AS commits FROM comment WHERE site_id = $1',
      [site.id],
    )
    expect(row).toEqual({ comments: 50, commits: 2 })
  })

  it('answers a body of unknown length', async () => {
    const { key } = await makePlace()
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const sent = sendByNode(`${origin}/api/v1/comments`, { method: 'POST', headers })
    const text = JSON.stringify(comment('chunks'))
    sent.write(text.slice(0, 10))
    sent.end(text.slice(10))
    const [response] = (await once(sent, 'response')) as [{ statusCode: number; resume: () => void }]
    response.resume()
    expect(response.statusCode).toBe(201)
  })

  it('asks a handler for no more of its answer than the client reads', async () => {
    const [piece, all] = [new Uint8Array(64 * 1024), 4000]
    let asked = 0
    const source = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(piece)
        if (++asked === all) controller.close()
      },
    })
    const sending = createFront(
      () => Promise.resolve(),
      () => () => Promise.resolve(new Response(source)),
    )
    sending.listen(0, '127.0.0.1')
    await once(sending, 'listening')
    const socket = connect((sending.address() as AddressInfo).port, '127.0.0.1').pause()
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    // What the network keeps on its way is some tens of megabytes of the 256.
    expect(await settle(() => asked)).toBeLessThan(all / 2)
    socket.destroy()
    sending.close()
  })

  it('breaks off an answer that its handler cannot bring to its end, so that nobody takes it for whole', async () => {
    const source = () => {
      const pieces = [() => Promise.resolve(Buffer.from('line 1\n')), () => Promise.reject(new Error('The database is gone.'))]
      return new ReadableStream({
        pull: async (controller) => controller.enqueue(await pieces.shift()?.()),
      })
    }
    const breaking = createFront(
      () => Promise.resolve(),
      () => () => Promise.resolve(new Response(source())),
    )
    breaking.listen(0, '127.0.0.1')
    await once(breaking, 'listening')
    const answer = fetch(`http://127.0.0.1:${(breaking.address() as AddressInfo).port}/`).then((response) => response.text())
    await expect(answer).rejects.toThrow(TypeError)
    breaking.close()
  })

  it('keeps nothing of the times it waited for a slow reader', async () => {
    const [pieces, warnings] = [40, [] as string[]]
    const warn = (warning: Error) => warnings.push(warning.name)
    process.on('warning', warn)
    const sending = createFront(
      () => Promise.resolve(),
      () => () => {
        const source = new ReadableStream({
          start(controller) {
            for (let at = 0; at < pieces; at += 1) controller.enqueue(new Uint8Array(1_000_000))
            controller.close()
          },
        })
        return Promise.resolve(new Response(source))
      },
    )
    sending.listen(0, '127.0.0.1')
    await once(sending, 'listening')
    const answer = await fetch(`http://127.0.0.1:${(sending.address() as AddressInfo).port}/`)
    let received = 0
    for await (const piece of answer.body ?? []) received += piece.length
    sending.close()
    // A warning is told at the next turn.
    await new Promise(setImmediate)
    process.off('warning', warn)
    expect({ received, warnings }).toEqual({ received: pieces * 1_000_000, warnings: [] })
  })

  it('goes on after a client that leaves within its request', async () => {
    const { key } = await makePlace()
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    socket.write(`POST /api/v1/comments HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-length: 500\r\n\r\n{"externalId":`)
    await once(socket, 'connect')
    socket.destroy()
    expect((await ask('listener', key, ['POST', '/comments', comment('after')])).status).toBe(201)
  })
})
