import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import type { Handler } from '@/lib/http/handler'
import { createFront } from '@/lib/http/listener'
import { leavingOf } from '@/lib/http/whole-body'
import { makeGate } from '@/tests/factories/gate'
import { PATIENT } from '@/tests/factories/settle'

let front: Server
afterEach(() => void front.close())

/** A connection to a listener that has this handler alone. */
async function connectTo(handler: Handler): Promise<Socket> {
  front = createFront(
    () => Promise.resolve(),
    () => handler,
  )
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  return connect((front.address() as AddressInfo).port, '127.0.0.1')
}

const post = (path: string) => `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}`
const pathOf = (request: Request) => new URL(request.url).pathname

it('begins what is sent at once one after the other, and answers in that order', async () => {
  const steps: string[] = []
  const first = makeGate()
  const socket = await connectTo(async (request) => {
    const path = pathOf(request)
    steps.push(`begun ${path}`)
    if (path === '/1') await first.opened
    steps.push(`done ${path}`)
    return new Response(path, { headers: { 'content-length': '2' } })
  })
  let text = ''
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
  socket.write(post('/1') + post('/2') + post('/3'))
  let seen = 0
  front.on('request', () => (seen += 1))
  await vi.waitFor(() => expect(seen).toBe(3), PATIENT)
  expect(steps).toEqual(['begun /1'])
  first.open()
  await vi.waitFor(() => expect(text.match(/\/\d(?=HTTP|$)/g)).toEqual(['/1', '/2', '/3']), PATIENT)
  expect(steps).toEqual(['begun /1', 'done /1', 'begun /2', 'done /2', 'begun /3', 'done /3'])
  socket.destroy()
})

it('never begins what its client did not wait for', async () => {
  const begun: string[] = []
  const over = makeGate()
  const socket = await connectTo(async (request) => {
    begun.push(pathOf(request))
    const leaving = leavingOf(request)
    if (!leaving.aborted) await once(leaving, 'abort')
    over.open()
    return new Response(null)
  })
  socket.write('GET /1 HTTP/1.1\r\nhost: x\r\n\r\nGET /2 HTTP/1.1\r\nhost: x\r\n\r\n')
  const closed = new Promise((resolve) => front.on('request', (request) => request.once('close', resolve)))
  await vi.waitFor(() => expect(begun).toEqual(['/1']), PATIENT)
  socket.destroy()
  await Promise.all([over.opened, closed])
  await new Promise(setImmediate)
  expect(begun).toEqual(['/1'])
})

it('lets go of who sends on and on without waiting for an answer', async () => {
  let [seen, begun] = [0, 0]
  const socket = await connectTo(async (request) => {
    begun += 1
    const leaving = leavingOf(request)
    if (!leaving.aborted) await once(leaving, 'abort')
    return new Response(null)
  })
  front.on('request', () => (seen += 1))
  const closed = new Promise((resolve) => socket.once('close', resolve).on('error', () => undefined))
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(50_000))
  await closed
  expect(begun).toBe(1)
  expect(seen).toBeLessThan(10_000)
})
