import { numberFeed, readFeedHead } from '../../db/decision/feed'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** The position of the feed now: what is read after it is asked for may be newer, never older. @throws DomainError forbidden */
export async function readPosition(ctx: Context): Promise<number> {
  authorize(ctx.actor, 'read')
  await numberFeed(ctx.db, ctx.actor.siteId)
  return readFeedHead(ctx.db, ctx.actor.siteId)
}
