import type { SiteSettings } from '../../contracts/site'
import { findSite } from '../../db/site'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { toSiteSettings } from './resource'

/** Name and policy of the actor's site. @throws DomainError forbidden, not_found */
export async function readSiteSettings(ctx: Context): Promise<SiteSettings> {
  authorize(ctx.actor, 'configure')
  const site = await findSite(ctx.db, ctx.actor.siteId)
  if (site === null) throw new DomainError('not_found', 'This site is gone.')
  return toSiteSettings(site)
}
