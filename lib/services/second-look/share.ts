import { parseInput } from '../../contracts/parse'
import { LookShareInput, type LookShare } from '../../contracts/second-look'
import { recordAudit } from '../../db/audit'
import { numberFeed, readFeedHead } from '../../db/decision/feed'
import { findLookSetting, lockLookSetting, putLookSetting } from '../../db/second-look/draw'
import { lockSite } from '../../db/site'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'

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
  const { share, seen } = parseInput(LookShareInput, asked)
  const { siteId } = ctx.actor
  return ctx.db.transaction(async (db) => {
    // Of the site itself, since the first time there is no setting yet to lock.
    const site = await lockSite(db, siteId)
    if (site === null) throw new DomainError('not_found', 'This site is gone.')
    const setting = await lockLookSetting(db, siteId)
    if ((setting?.share ?? 0) !== seen) {
      throw new DomainError('conflict', 'Somebody else changed this after you opened it. Nothing was saved; load it again.')
    }
    const isBegun = setting !== null && setting.share > 0
    if (!isBegun) await numberFeed(db, siteId)
    await putLookSetting(db, siteId, { share, position: isBegun ? setting.position : await readFeedHead(db, siteId) })
    const change = { siteId, actor: describeActor(ctx.actor), subjectId: siteId, subjectName: site.name, at: ctx.now() }
    await recordAudit(db, { ...change, act: 'site.second_looks' })
    return { share }
  })
}
