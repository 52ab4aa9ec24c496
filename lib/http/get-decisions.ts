import { FeedQuery } from '../contracts/feed'
import { parseInput } from '../contracts/parse'
import { authorize } from '../domain/actor'
import { DomainError } from '../domain/errors'
import type { Context } from '../services/context'
import { followFeed, readFeed } from '../services/feed/read'
import { handle, json } from './handler'

/** A sign of life this often, in milliseconds, so that nothing between us and the reader takes the stream for dead. */
const PULSE_MS = 5000

/**
 * `GET /api/v1/decisions?after=&limit=&wait=`: the decision feed as pages, or as server-sent events for
 * `Accept: text/event-stream`, which go on from `Last-Event-ID` when the reader comes back.
 */
export const handleGetDecisions = handle(async (ctx, request) => {
  const query = parseInput(FeedQuery, Object.fromEntries(new URL(request.url).searchParams))
  if (!request.headers.get('accept')?.includes('text/event-stream')) return json(await readFeed(ctx, query, request.signal))
  authorize(ctx.actor, 'read')
  return new Response(toEvents(ctx, readLastEventId(request) ?? query.after), {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
})

function readLastEventId(request: Request): number | null {
  const id = request.headers.get('last-event-id')
  if (id === null || id === '') return null
  if (/^\d{1,15}$/.test(id)) return Number(id)
  throw new DomainError('invalid_input', 'Last-Event-ID is not a position of this feed.')
}

function toEvents(ctx: Context, after: number): ReadableStream<Uint8Array> {
  const stop = new AbortController()
  const items = followFeed(ctx, after, PULSE_MS, stop.signal)
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(Buffer.from('retry: 2000\n\n')),
      pull: async (controller) => {
        const next = await items.next()
        if (next.done === true) return controller.close()
        const item = next.value
        const text = item === null ? ': still here\n\n' : `id: ${item.position}\nevent: decision\ndata: ${JSON.stringify(item)}\n\n`
        controller.enqueue(Buffer.from(text))
      },
      cancel: () => stop.abort(),
    },
    { highWaterMark: 1 },
  )
}
