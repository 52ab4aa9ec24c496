import { parseInput } from '../../contracts/parse'
import { SiteSettingsInput, type SiteSettings } from '../../contracts/site'
import { lockSite, updateSiteRow } from '../../db/site'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { toSiteSettings } from './resource'

/**
 * Sets name and policy of the actor's site, if nobody has changed them since they were read. The policy counts for
 * comments that arrive from now on.
 *
 * @throws DomainError forbidden, invalid_input, not_found, conflict
 */
export async function updateSiteSettings(ctx: Context, input: unknown): Promise<SiteSettings> {
  authorize(ctx.actor, 'configure')
  const { name, policy, version } = parseInput(SiteSettingsInput, input)
  return ctx.db.transaction(async (db) => {
    const site = await lockSite(db, ctx.actor.siteId)
    if (site === null) throw new DomainError('not_found', 'This site is gone.')
    if (toSiteSettings(site).version !== version) {
      throw new DomainError('conflict', 'Somebody else changed these settings after you opened them. Nothing was saved; load them again.')
    }
    const row = await updateSiteRow(db, { id: site.id, name: name.trim(), policy })
    await noteChange(ctx, db, 'site.update', { id: site.id, name: name.trim() })
    return toSiteSettings(row ?? site)
  })
}
