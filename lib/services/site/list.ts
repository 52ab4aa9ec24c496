import type { SiteResource } from '../../contracts/site'
import { listSiteRows } from '../../db/site'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { toSiteResource } from './resource'

/** All sites of this desk, for people; a key knows its own site only. @throws DomainError forbidden */
export async function listSites(ctx: Context): Promise<SiteResource[]> {
  authorize(ctx.actor, 'read')
  if (ctx.actor.kind === 'api_key') throw new DomainError('forbidden', 'An API key acts on its own site only.')
  return (await listSiteRows(ctx.db)).map(toSiteResource)
}
