import { parseInput } from '../../contracts/parse'
import { SiteInput, type SiteResource } from '../../contracts/site'
import { recordAudit } from '../../db/audit'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'
import { addSite } from './add'
import { toSiteResource } from './resource'

/** Adds a site with the default policy and word list. @throws DomainError forbidden, invalid_input, conflict */
export async function createSite(ctx: Context, input: SiteInput): Promise<SiteResource> {
  authorize(ctx.actor, 'configure')
  const site = parseInput(SiteInput, input)
  return ctx.db.transaction(async (db) => {
    const row = await addSite(db, site, ctx.now())
    // The log of the new site begins with it.
    const entry = { siteId: row.id, subjectId: row.id, subjectName: row.name, actor: describeActor(ctx.actor), at: ctx.now() }
    await recordAudit(db, { ...entry, act: 'site.create' })
    return toSiteResource(row)
  })
}
