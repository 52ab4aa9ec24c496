import type { FeedItem, FeedPage, FeedQuery } from '../../contracts/feed'
import { listFeed, numberFeed } from '../../db/decision/feed'
import { authorize } from '../../domain/actor'
import { waitForDecision } from '../../events/decision-signal'
import type { Context } from '../context'

/** A hint that was missed is made up for by looking again after this long. */
const LOOK_AGAIN_MS = 5000

/**
 * The site's decisions after a position, in order; when there are none, it waits for one for up to `wait` seconds.
 * Whoever goes on from `next` gets every decision once.
 *
 * @throws DomainError forbidden
 */
export async function readFeed(ctx: Context, query: FeedQuery, signal: AbortSignal): Promise<FeedPage> {
  authorize(ctx.actor, 'read')
  const until = performance.now() + query.wait * 1000
  for (;;) {
    const items = await readPage(ctx, query.after, query.limit + 1)
    const left = until - performance.now()
    if (items.length > 0 || left <= 0 || signal.aborted) return toPage(items, query)
    await waitForDecision(ctx.actor.siteId, Math.min(left, LOOK_AGAIN_MS), signal)
  }
}

/** The decisions after a position, and then each as it is taken, until `signal`; null every `pulse` ms without one. */
export async function* followFeed(ctx: Context, after: number, pulse: number, signal: AbortSignal): AsyncGenerator<FeedItem | null> {
  authorize(ctx.actor, 'read')
  let position = after
  while (!signal.aborted) {
    const items = await readPage(ctx, position, 100)
    for (const item of items) {
      yield item
      position = item.position
    }
    if (items.length > 0) continue
    const from = performance.now()
    await waitForDecision(ctx.actor.siteId, Math.min(pulse, LOOK_AGAIN_MS), signal)
    if (performance.now() - from >= Math.min(pulse, LOOK_AGAIN_MS) - 10) yield null
  }
}

async function readPage(ctx: Context, after: number, limit: number): Promise<FeedItem[]> {
  await numberFeed(ctx.db, ctx.actor.siteId)
  return listFeed(ctx.db, ctx.actor.siteId, after, limit)
}

function toPage(found: FeedItem[], { after, limit }: FeedQuery): FeedPage {
  const items = found.slice(0, limit)
  return { items, next: items.at(-1)?.position ?? after, hasMore: found.length > limit }
}
