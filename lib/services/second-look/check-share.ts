import { parseInput } from '../../contracts/parse'
import { LookShareInput, type LookShare } from '../../contracts/second-look'
import { recordAudit } from '../../db/audit'
import { findCheckSetting, lockCheckSetting, putCheckSetting } from '../../db/second-look/rule-check'
import { lockSite } from '../../db/site'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'

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
  const { share, seen } = parseInput(LookShareInput, asked)
  const { siteId } = ctx.actor
  return ctx.db.transaction(async (db) => {
    const site = await lockSite(db, siteId)
    if (site === null) throw new DomainError('not_found', 'This site is gone.')
    const setting = await lockCheckSetting(db, siteId)
    if (setting === null) throw new DomainError('not_allowed', 'There are no rules to check. Add one first.')
    if (setting.share !== seen) {
      throw new DomainError('conflict', 'Somebody else changed this after you opened it. Nothing was saved; load it again.')
    }
    await putCheckSetting(db, siteId, { share, checkedTo: seen === 0 ? ctx.now() : setting.checkedTo })
    const change = { siteId, actor: describeActor(ctx.actor), subjectId: siteId, subjectName: site.name, at: ctx.now() }
    await recordAudit(db, { ...change, act: 'site.rule_checks' })
    return { share }
  })
}
