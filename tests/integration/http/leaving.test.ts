import { EventEmitter, once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import type { Handler } from '@/lib/http/handler'
import { createFront } from '@/lib/http/listener'
import { leavingOf } from '@/lib/http/whole-body'

let front: Server | undefined
afterEach(() => void front?.close())

/** Listens with this handler alone; gives the port. */
async function listen(handler: Handler): Promise<number> {
  front = createFront(
    () => Promise.resolve(),
    () => handler,
  )
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  return (front.address() as AddressInfo).port
}

it('tells a handler that its client has gone, whether or not anybody listened before', async () => {
  const steps = new EventEmitter()
  const port = await listen(async (request) => {
    const leaving = leavingOf(request)
    steps.emit('asked')
    await once(leaving, 'abort')
    steps.emit('left', [leaving.aborted, leavingOf(request).aborted])
    return new Response()
  })
  const client = new AbortController()
  const [asked, left] = [once(steps, 'asked'), once(steps, 'left')]
  const answer = fetch(`http://127.0.0.1:${port}/`, { signal: client.signal })
  await asked
  client.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  expect(await left).toEqual([[true, true]])
})

it('lets go of an answer whose client has gone before it was there', async () => {
  const steps = new EventEmitter()
  const port = await listen(async (request) => {
    const leaving = leavingOf(request)
    steps.emit('asked')
    await once(leaving, 'abort')
    const source = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from('retry: 2000')),
      cancel: () => void steps.emit('let go'),
    })
    return new Response(source)
  })
  const [asked, letGo] = [once(steps, 'asked'), once(steps, 'let go')]
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  await asked
  socket.destroy()
  expect(await letGo).toEqual([])
})
