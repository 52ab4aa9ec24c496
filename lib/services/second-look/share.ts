import type { LookShare } from '../../contracts/second-look'
import { numberFeed, readFeedHead } from '../../db/decision/feed'
import { findLookSetting, lockLookSetting, putLookSetting } from '../../db/second-look/draw'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'
import { assertSeen, changeShare } from './change-share'

/** Which share of the site's decisions gets a second look, 0–1; 0 for none. @throws DomainError forbidden */
export async function readLookShare(ctx: Context): Promise<LookShare> {
  authorize(ctx.actor, 'configure')
  return { share: (await findLookSetting(ctx.db, ctx.actor.siteId))?.share ?? 0 }
}

/**
 * Sets it, if nobody has since it was read. From none on, drawing begins with what is decided from now on.
 *
 * @throws DomainError forbidden, invalid_input, not_found, conflict
 */
export async function setLookShare(ctx: Context, asked: unknown): Promise<LookShare> {
  authorize(ctx.actor, 'configure')
  const { siteId } = ctx.actor
  return changeShare(ctx, asked, 'site.second_looks', async (db, { share, seen }) => {
    const setting = await lockLookSetting(db, siteId)
    assertSeen(setting?.share ?? 0, seen)
    const isBegun = setting !== null && setting.share > 0
    if (!isBegun) await numberFeed(db, siteId)
    await putLookSetting(db, siteId, { share, position: isBegun ? setting.position : await readFeedHead(db, siteId) })
  })
}
