import { FeedQuery, type FeedItem } from '../../contracts/feed'
import { parseInput } from '../../contracts/parse'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../../services/context'
import { assertReached, followFeed, readFeed } from '../../services/feed/read'
import { makeAdmission } from '../admission'
import { eventStream, readLastEventId } from '../event-stream'
import { handle, json } from '../handler'
import { leavingOf } from '../whole-body'

/** A sign of life this often, in milliseconds, so that nothing between us and the reader takes the stream for dead. */
const PULSE_MS = 5000

/**
 * `GET /api/v1/decisions?after=&limit=&wait=`: the decision feed as pages, or as server-sent events for
 * `Accept: text/event-stream`, which continue from `Last-Event-ID` when the reader reconnects.
 */
export const handleGetDecisions = handle(async (ctx, request) => {
  const query = parseInput(FeedQuery, Object.fromEntries(new URL(request.url).searchParams))
  if (!request.headers.get('accept')?.includes('text/event-stream')) {
    const isAdmitted = makeAdmission(request, ctx.actor.siteId, 'read')
    const page = await readFeed(ctx, query, leavingOf(request))
    if (!(await isAdmitted())) throw new DomainError('unauthenticated', 'This API key has since been revoked.')
    return json(page)
  }
  authorize(ctx.actor, 'read')
  const after = readLastEventId(request) ?? query.after
  await assertReached(ctx, after)
  return eventStream(ctx, request, (signal) => tellFeed(ctx, after, signal))
})

async function* tellFeed(ctx: Context, after: number, signal: AbortSignal): AsyncGenerator<string> {
  for await (const items of followFeed(ctx, after, PULSE_MS, signal)) yield items.length === 0 ? ': still here\n\n' : writeEvents(items)
}

const written = new WeakMap<readonly FeedItem[], string>()

/** A page as events. It is written once for all who are told it at the same time. */
function writeEvents(items: readonly FeedItem[]): string {
  const text =
    written.get(items) ?? items.map((item) => `id: ${item.position}\nevent: decision\ndata: ${JSON.stringify(item)}\n\n`).join('')
  written.set(items, text)
  return text
}
