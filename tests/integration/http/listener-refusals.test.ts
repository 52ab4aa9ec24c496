import { once } from 'node:events'
import { request as sendByNode, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createFront, passOverUpgrades } from '@/lib/http/listener'
import { makeKey } from '@/tests/factories/api-key'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite } from '@/tests/factories/site'

let key: string
let front: Server
let origin: string

const standIn = (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const tree = request.headers['next-router-state-tree']
  response.writeHead(418).end(`Next was asked for ${request.url}${tree === undefined ? '' : ` from ${String(tree)}`}`)
  return Promise.resolve()
}

beforeAll(async () => {
  key = await makeKey(await makeSite(), 'ingest')
  front = createFront(standIn)
  await new Promise<void>((resolve) => front.listen(0, resolve))
  origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
})
afterAll(() => front.close())

describe('the listener in front of Next', () => {
  it('refuses what Next would answer with a fault, and takes an address that is named whole', async () => {
    const ask = async (method: string, path: string) => {
      const sent = sendByNode(origin, { method, path, headers: { authorization: `Bearer ${key}` } })
      sent.end()
      const [response] = (await once(sent, 'response')) as [IncomingMessage]
      let text = ''
      for await (const chunk of response) text += String(chunk)
      return [response.statusCode, response.headers.allow ?? text]
    }
    const broken = expect.stringContaining('"detail":"The address is not valid percent-encoding."') as unknown
    expect(await ask('GET', '/api/v1/articles/%E0%A4%A/comments')).toEqual([400, broken])
    expect(await ask('PUT', '/api/v1/articles/%ED%A0%80')).toEqual([400, broken])
    expect(await ask('GET', '/%')).toEqual([400, broken])
    expect(await ask('TRACE', '/queue')).toEqual([405, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'])
    expect(await ask('OPTIONS', '*')).toEqual([204, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'])
    expect((await ask('PATCH', '*'))[0]).toBe(400)
    // The handler itself: this key may not read.
    expect(await ask('GET', 'http://parley.example/api/v1/decisions?after=0')).toEqual([
      403,
      expect.stringContaining('/problems/forbidden'),
    ])
    expect(await ask('GET', '/queue?x=%')).toEqual([418, 'Next was asked for /queue?x=%'])
    expect(await ask('GET', '/api/v1/comments/x?sourceId=%ff')).toEqual([400, broken])
    expect(await ask('GET', '/api/v1/articles/x?sourceId=%C3%BC')).toEqual([418, 'Next was asked for /api/v1/articles/x?sourceId=%C3%BC'])
  })

  it('finds the path under a host that is none', async () => {
    for (const host of ['a:99999', '[::1', 'x y']) {
      const sent = sendByNode(origin, { method: 'PATCH', path: '/api/v1/comments/c1', headers: { host, authorization: `Bearer ${key}` } })
      sent.end('{}')
      const [response] = (await once(sent, 'response')) as [IncomingMessage]
      response.resume()
      // The path is read: what is missing is the type of the body.
      expect([host, response.statusCode]).toEqual([host, 415])
    }
  })

  it('gives Next no tree of routes that is none', async () => {
    const ask = async (tree: string) => (await fetch(`${origin}/queue`, { headers: { rsc: '1', 'next-router-state-tree': tree } })).text()
    const tree = encodeURIComponent(
      JSON.stringify(['', { children: [['id', '7', 'd', null], { children: ['__PAGE__', {}] }] }, null, null, 16]),
    )
    expect(await ask(tree)).toBe(`Next was asked for /queue from ${tree}`)
    for (const none of ['%', '', 'x', '%5B%5D', '%7B%7D', '[1,2]', '["",null]', '[1,{}]', '["",{"children":1}]', '["",{},null,null,true]'])
      expect(await ask(none), none).toBe('Next was asked for /queue')
  })

  it('waits for no body that does not come to its end, neither for itself nor for Next', async () => {
    const byNext = vi.fn(() => Promise.resolve())
    const impatient = createFront(byNext, undefined, 50)
    await new Promise<void>((resolve) => impatient.listen(0, resolve))
    const { port } = impatient.address() as AddressInfo
    const head = (path: string) => `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"a":`
    const sendPart = async (path: string) => {
      const socket = connect({ port }, () => socket.write(head(path)))
      let text = ''
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
      await once(socket, 'close')
      return text
    }
    expect(await sendPart('/api/v1/comments')).toMatch(/^HTTP\/1\.1 408 [^]*"detail":"The body did not come to its end in time/)
    expect(await sendPart('/api/v1/settings')).toBe('')
    expect(byNext).toHaveBeenCalledTimes(1)
    impatient.close()
  })

  it('waits no longer for a body in pieces, unless it is a stream that may be fed for hours', async () => {
    const impatient = createFront(standIn, undefined, 20)
    await new Promise<void>((resolve) => impatient.listen(0, resolve))
    const { port } = impatient.address() as AddressInfo
    const begin = (path: string, type: string) => {
      const head = `POST ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`
      const socket = connect({ port }, () => socket.write(`${head}1\r\n[\r\n`))
      const got = { text: '' }
      socket.on('data', (chunk: Buffer) => (got.text += chunk.toString()))
      return { socket, got }
    }
    for (const path of ['/api/v1/comments', '/api/v1/coral/0190a1b2-0000-7000-8000-000000000000']) {
      const { socket, got } = begin(path, 'application/json')
      await once(socket, 'close')
      expect([path, got.text]).toEqual([
        path,
        expect.stringMatching(/^HTTP\/1\.1 408 [^]*"detail":"The body did not come to its end in time/),
      ])
    }
    const { socket, got } = begin('/api/v1/comments/bulk', 'application/x-ndjson')
    // Three times as long as the others had.
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(got.text).toBe('')
    socket.write('3\r\n]\n\n\r\n0\r\n\r\n')
    await vi.waitFor(() => expect(got.text).toMatch(/^HTTP\/1\.1 200 [^]*"line":1,/), PATIENT)
    socket.destroy()
    impatient.close()
  })

  it('tells a handler that its body broke off, as something that the client did', async () => {
    const asked = vi.fn()
    const told: unknown[] = []
    const reading = createFront(
      () => Promise.resolve(),
      () => async (request) => {
        asked()
        told.push(await request.text().catch((error: unknown) => error))
        return new Response(null)
      },
    )
    await new Promise<void>((resolve) => reading.listen(0, resolve))
    const { port } = reading.address() as AddressInfo
    const socket = connect({ port }, () => socket.write('POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n'))
    await vi.waitFor(() => expect(asked).toHaveBeenCalled(), PATIENT)
    socket.destroy()
    await vi.waitFor(() => expect(told).toEqual([expect.objectContaining({ code: 'malformed' })]), PATIENT)
    reading.close()
  })

  it('answers who would rather speak another protocol in this one, whoever listens for that', async () => {
    const server: Server = passOverUpgrades(
      createFront((_, response) => {
        // As Next does with its first request.
        server.on('upgrade', (_request, socket) => socket.destroy())
        response.end()
        return Promise.resolve()
      }),
    )
    await new Promise<void>((resolve) => server.listen(0, resolve))
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await fetch(at)
    const upgrade = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' }
    const headers = { ...upgrade, authorization: `Bearer ${key}`, 'content-type': 'application/json', 'content-length': 2 }
    const sent = sendByNode(`${at}/api/v1/comments`, { method: 'POST', headers })
    sent.end('{}')
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(422)
    response.resume()
    server.close()
  })
})
