import { z } from 'zod'
import { readAddressNumber } from '../../contracts/address-number'
import { parseInput } from '../../contracts/parse'
import { authorize } from '../../domain/actor'
import { followDesk } from '../../services/live/follow'
import type { Context } from '../../services/context'
import { eventStream, readLastEventId } from '../event-stream'
import { handle } from '../handler'

/** `GET /api/v1/desk/events`: what happens on the site, as server-sent events; goes on after Last-Event-ID, or `?after=`. */
export const getDeskEvents = handle((ctx, request) => {
  authorize(ctx.actor, 'read')
  const after = readLastEventId(request) ?? readAfter(request)
  return Promise.resolve(eventStream(ctx, request, (signal) => tellDesk(ctx, after, signal)))
})

const EventsQuery = z.object({ after: z.preprocess(readAddressNumber, z.int().min(0)).optional() })

/** Where the page was drawn, for a browser that connects the first time. */
function readAfter(request: Request): number | null {
  return parseInput(EventsQuery, Object.fromEntries(new URL(request.url).searchParams)).after ?? null
}

async function* tellDesk(ctx: Context, after: number | null, signal: AbortSignal): AsyncGenerator<string> {
  for await (const event of followDesk(ctx, after, signal)) {
    const id = event.kind === 'decisions' ? `id: ${event.position}\n` : ''
    yield `${id}event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`
  }
}
