import { EventEmitter, once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import type { Handler } from '@/lib/http/handler'
import { createFront, type NodeHandler } from '@/lib/http/listener'
import { endStalled } from '@/lib/http/stalled'

const AFTER_MS = 100

let front: Server | undefined
let client: Socket | undefined
afterEach(() => {
  client?.destroy()
  front?.close()
  front?.closeAllConnections()
})

/** Asks a server that answers like this; the client reads when it is told to. */
async function ask(handler: Handler | undefined, byNext: NodeHandler = () => Promise.resolve()): Promise<Socket> {
  front = endStalled(
    createFront(byNext, () => handler),
    AFTER_MS,
  ).listen(0, '127.0.0.1')
  await once(front, 'listening')
  client = connect((front.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined)
  client.pause()
  client.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  return client
}

const piece = Buffer.alloc(1024 * 1024, 'x')

it('lets go of a long answer of which nothing is taken', async () => {
  const steps = new EventEmitter()
  const letGo = once(steps, 'let go')
  const endless = { pull: (to: ReadableStreamDefaultController) => to.enqueue(piece), cancel: () => void steps.emit('let go') }
  await ask(() => Promise.resolve(new Response(new ReadableStream(endless))))
  expect(await letGo).toEqual([])
})

it('and of what Next sends', async () => {
  const steps = new EventEmitter()
  const closed = once(steps, 'closed')
  await ask(undefined, (_request, response) => {
    response.once('close', () => steps.emit('closed'))
    response.end(Buffer.alloc(64 * piece.length))
    return Promise.resolve()
  })
  expect(await closed).toEqual([])
})

it('a stream with nothing to say stays, and says more later', async () => {
  const silent = await ask(() => {
    const source = new ReadableStream({
      start: async (controller) => {
        controller.enqueue(Buffer.from('first'))
        for (let times = 0; times < 3; times += 1) {
          if (front) await once(front, 'timeout')
          controller.enqueue(Buffer.from(`after ${times}`))
        }
        controller.close()
      },
    })
    return Promise.resolve(new Response(source))
  })
  let text = ''
  silent.on('data', (data: Buffer) => (text += data.toString())).resume()
  while (!text.includes('after 2')) await once(silent, 'data')
  expect(text).toContain('first')
})

it('whoever asks nothing more is let go of too', async () => {
  const idle = await ask(() => Promise.resolve(new Response('done')))
  idle.resume()
  if (front) front.keepAliveTimeout = 50
  await once(idle, 'close')
  expect(idle.destroyed).toBe(true)
})
