import type { LookShare } from '../../contracts/second-look'
import { findCheckSetting, lockCheckSetting, putCheckSetting } from '../../db/second-look/rule-check'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { assertSeen, changeShare } from './change-share'

/** Which share of what the site's rules decide alone is checked at random, 0–1; 0 for none. @throws DomainError forbidden */
export async function readCheckShare(ctx: Context): Promise<LookShare> {
  authorize(ctx.actor, 'configure')
  return { share: (await findCheckSetting(ctx.db, ctx.actor.siteId))?.share ?? 0 }
}

/**
 * Sets it, if nobody has since it was read. From none on, drawing begins with what is decided from now on.
 *
 * @throws DomainError forbidden, invalid_input, not_found, not_allowed where there never was a rule, conflict
 */
export async function setCheckShare(ctx: Context, asked: unknown): Promise<LookShare> {
  authorize(ctx.actor, 'configure')
  const { siteId } = ctx.actor
  return changeShare(ctx, asked, 'site.rule_checks', async (db, { share, seen }) => {
    const setting = await lockCheckSetting(db, siteId)
    if (setting === null) throw new DomainError('not_allowed', 'There are no rules to check. Add one first.')
    assertSeen(setting.share, seen)
    await putCheckSetting(db, siteId, { share, checkedTo: seen === 0 ? ctx.now() : setting.checkedTo })
  })
}
