import { parseInput } from '../../contracts/parse'
import { SiteInput, type SiteResource } from '../../contracts/site'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'
import { addSite } from './add'
import { toSiteResource } from './resource'

/** Adds a site with the default policy and word list. @throws DomainError forbidden, invalid_input, conflict */
export async function createSite(ctx: Context, input: SiteInput): Promise<SiteResource> {
  authorize(ctx.actor, 'configure')
  const site = parseInput(SiteInput, input)
  return toSiteResource(await ctx.db.transaction((db) => addSite(db, site, ctx.now())))
}
