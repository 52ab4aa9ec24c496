import type { Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFront } from '@/lib/http/listener'
import { makeKey } from '@/tests/factories/api-key'
import { makeSite } from '@/tests/factories/site'

let key: string
let front: Server
let port: number
beforeAll(async () => {
  key = await makeKey(await makeSite(), 'ingest')
  front = createFront((_, response) => {
    response.writeHead(418).end()
    return Promise.resolve()
  })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  port = (front.address() as AddressInfo).port
})
afterAll(() => front.close())

/** What a socket is told that sends this, closes its own half, and goes on reading. */
async function tell(sent: string): Promise<{ head: string; body: string }> {
  const socket = connect(port, '127.0.0.1')
  socket.end(sent)
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  const [head = '', body = ''] = text.split('\r\n\r\n')
  return { head, body }
}

const post = (more: string) =>
  `POST /api/v1/comments HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n${more}`

it.each([
  ['within its body', () => post('Content-Length: 500\r\n\r\n{"externalId":"c1",'), 'The request broke off before its end.'],
  ['within a body in pieces', () => post('Transfer-Encoding: chunked\r\n\r\n10\r\n{"ext'), 'The request broke off before its end.'],
  ['within its headers', () => post(''), 'The request broke off before its end.'],
  ['and is none', () => 'What do you hold?\r\n\r\n', 'This is no request of HTTP/1.1.'],
  ['with two lengths', () => post('Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'), 'This is no request of HTTP/1.1.'],
])('a request that ends %s is refused in the form of every other refusal', async (_, write, detail) => {
  const { head, body } = await tell(write())
  expect(head.split('\r\n')).toEqual([
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ])
  expect(JSON.parse(body)).toEqual({ type: '/problems/malformed', title: 'The request cannot be read', status: 400, detail })
})

it('headers without end are refused as that', async () => {
  const { head, body } = await tell(post(`X-Long: ${'x'.repeat(20_000)}\r\n\r\n`))
  expect(head).toMatch(/^HTTP\/1\.1 431 /)
  expect(JSON.parse(body)).toMatchObject({ type: '/problems/headers-too-large', status: 431 })
})
