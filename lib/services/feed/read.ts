import type { FeedItem, FeedPage, FeedQuery } from '../../contracts/feed'
import { listFeed, numberFeed, readFeedHead } from '../../db/decision/feed'
import { authorize } from '../../domain/actor'
import { describeError, DomainError } from '../../domain/errors'
import { countHeard, waitForDecision } from '../../events/decision-signal'
import { log } from '../../log'
import type { Context } from '../context'
import { shareRead } from '../queue/share-reads'

/** A hint that was missed is made up for by looking again after this long. */
const LOOK_AGAIN_MS = 5000

/**
 * The site's decisions after a position, in order; when there are none, it waits for one for up to `wait` seconds.
 * Whoever goes on from `next` gets every decision once.
 *
 * @throws DomainError forbidden, invalid_input for a position that the feed has not reached
 */
export async function readFeed(ctx: Context, query: FeedQuery, signal: AbortSignal): Promise<FeedPage> {
  authorize(ctx.actor, 'read')
  const until = performance.now() + query.wait * 1000
  for (;;) {
    const since = countHeard(ctx.actor.siteId)
    const items = await readPage(ctx, query.after, query.limit + 1)
    if (items.length === 0) await assertReached(ctx, query.after)
    const left = until - performance.now()
    if (items.length > 0 || left <= 0 || signal.aborted) return toPage(items, query)
    await waitForDecision(ctx.actor.siteId, Math.min(left, LOOK_AGAIN_MS), signal, since)
  }
}

/**
 * The decisions after a position, in pages, and then those that are taken, until `signal`; an empty page every `pulse` ms without one.
 * While the database is away, nothing is sent; decisions follow when it is back.
 *
 * @throws DomainError forbidden
 */
export async function* followFeed(ctx: Context, after: number, pulse: number, signal: AbortSignal): AsyncGenerator<readonly FeedItem[]> {
  authorize(ctx.actor, 'read')
  let position = after
  while (!signal.aborted) {
    const since = countHeard(ctx.actor.siteId)
    const items = await readPage(ctx, position, 100).catch(passOverFault)
    const last = items.at(-1)
    if (last) {
      yield items
      position = last.position
      continue
    }
    const from = performance.now()
    await waitForDecision(ctx.actor.siteId, Math.min(pulse, LOOK_AGAIN_MS), signal, since)
    if (performance.now() - from >= Math.min(pulse, LOOK_AGAIN_MS) - 10) yield []
  }
}

function passOverFault(error: unknown): [] {
  log().warn({ err: describeError(error) }, 'decisions could not be told')
  return []
}

/**
 * Refuses a position beyond the feed's end. Whoever has one read a feed that is no longer there, say before the database was
 * restored from a backup, and would miss decisions without a word until the feed has come so far again.
 *
 * @throws DomainError invalid_input
 */
export async function assertReached(ctx: Context, after: number): Promise<void> {
  if (after === 0) return
  const last = await readFeedHead(ctx.db, ctx.actor.siteId)
  if (after <= last) return
  const message = `is beyond the last decision, ${last}. Was the database restored from a backup? Then go on after ${last}`
  throw new DomainError('invalid_input', `The position ${after} ${message}.`, { problems: [{ path: ['after'], message }] })
}

/** A decision wakes all who follow the feed at once, and nearly all stand at the same position. */
function readPage({ db, actor: { siteId } }: Context, after: number, limit: number): Promise<readonly FeedItem[]> {
  return shareRead(`feed ${siteId} ${after} ${limit}`, async () => {
    await shareRead(`feed numbers ${siteId}`, () => numberFeed(db, siteId))
    return listFeed(db, siteId, after, limit)
  })
}

function toPage(found: readonly FeedItem[], { after, limit }: FeedQuery): FeedPage {
  const items = found.slice(0, limit)
  return { items, next: items.at(-1)?.position ?? after, hasMore: found.length > limit }
}
