import { EventEmitter, once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { createFront } from '@/lib/http/listener'
import { leavingOf } from '@/lib/http/whole-body'

it('tells a handler that its client has gone, whether or not anybody listened before', async () => {
  const steps = new EventEmitter()
  const waiting = createFront(
    () => Promise.resolve(),
    () => async (request) => {
      const leaving = leavingOf(request)
      steps.emit('asked')
      await once(leaving, 'abort')
      steps.emit('left', [leaving.aborted, leavingOf(request).aborted])
      return new Response()
    },
  )
  waiting.listen(0, '127.0.0.1')
  await once(waiting, 'listening')
  const client = new AbortController()
  const [asked, left] = [once(steps, 'asked'), once(steps, 'left')]
  const answer = fetch(`http://127.0.0.1:${(waiting.address() as AddressInfo).port}/`, { signal: client.signal })
  await asked
  client.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  expect(await left).toEqual([[true, true]])
  waiting.close()
})

it('lets go of an answer whose client has gone before it was there', async () => {
  const steps = new EventEmitter()
  const late = createFront(
    () => Promise.resolve(),
    () => async (request) => {
      const leaving = leavingOf(request)
      steps.emit('asked')
      await once(leaving, 'abort')
      const source = new ReadableStream({
        start: (controller) => controller.enqueue(Buffer.from('retry: 2000')),
        cancel: () => void steps.emit('let go'),
      })
      return new Response(source)
    },
  )
  late.listen(0, '127.0.0.1')
  await once(late, 'listening')
  const [asked, letGo] = [once(steps, 'asked'), once(steps, 'let go')]
  const socket = connect((late.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  await asked
  socket.destroy()
  expect(await letGo).toEqual([])
  late.close()
})
