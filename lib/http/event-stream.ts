import { DomainError } from '../domain/errors'

/** The position a browser had come to when its stream broke; null when it says none. @throws DomainError invalid_input */
export function readLastEventId(request: Request): number | null {
  const id = request.headers.get('last-event-id')
  if (id === null || id === '') return null
  if (/^\d{1,15}$/.test(id)) return Number(id)
  throw new DomainError('invalid_input', 'Last-Event-ID is not a position of this feed.')
}

/** Sends texts as they come, as a stream of server-sent events, until its reader has gone or they end. */
export function eventStream(follow: (signal: AbortSignal) => AsyncGenerator<string>): Response {
  const stop = new AbortController()
  const items = follow(stop.signal)
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(Buffer.from('retry: 2000\n\n')),
      pull: async (controller) => {
        const next = await items.next()
        if (next.done === true) controller.close()
        else controller.enqueue(Buffer.from(next.value))
      },
      cancel: () => stop.abort(),
    },
    { highWaterMark: 1 },
  )
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' } })
}
