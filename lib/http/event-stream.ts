import { DomainError } from '../domain/errors'
import type { Context } from '../services/context'
import { ADMITTED_MS, makeAdmission } from './admission'

/** The position a browser had come to when its stream broke; null when it says none. @throws DomainError invalid_input */
export function readLastEventId(request: Request): number | null {
  const id = request.headers.get('last-event-id')
  if (id === null || id === '') return null
  if (/^\d{1,15}$/.test(id)) return Number(id)
  throw new DomainError('invalid_input', 'Last-Event-ID is not a position of this feed.')
}

/**
 * Sends texts as they come, as a stream of server-sent events, until the reader leaves, the texts end, or the reader may no longer
 * read: a session that was signed out or a key that was revoked receives nothing after `admittedMs`.
 */
export function eventStream(
  { actor }: Context,
  request: Request,
  follow: (signal: AbortSignal) => AsyncGenerator<string>,
  admittedMs = ADMITTED_MS,
): Response {
  const stop = new AbortController()
  const items = follow(stop.signal)
  const isAdmitted = makeAdmission(request, actor.siteId, 'read', admittedMs)
  // One that waits for its next text to be taken hears no signal.
  const letGo = async () => {
    stop.abort()
    await items.return(undefined)
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(Buffer.from('retry: 2000\n\n')),
      pull: async (controller) => {
        const next = await items.next()
        if (next.done !== true && (await isAdmitted())) return controller.enqueue(Buffer.from(next.value))
        await letGo()
        controller.close()
      },
      cancel: letGo,
    },
    { highWaterMark: 1 },
  )
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' } })
}
