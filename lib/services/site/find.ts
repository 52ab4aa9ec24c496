import type { SiteResource } from '../../contracts/site'
import { getDb } from '../../db/connection'
import { listSiteRows } from '../../db/site'
import { DomainError } from '../../domain/errors'
import { toSiteResource } from './resource'

/**
 * The site a command on the server works on, before it has an actor: the one with this slug, else the oldest.
 *
 * @throws DomainError not_found, naming the sites there are
 */
export async function findSite(slug?: string): Promise<SiteResource> {
  const rows = await listSiteRows(getDb())
  const found = slug === undefined ? rows[0] : rows.find((row) => row.slug === slug)
  if (found) return toSiteResource(found)
  if (rows.length === 0) throw new DomainError('not_found', 'There is no site yet. Start Parley once: npm start.')
  throw new DomainError('not_found', `No site is called ${slug}. There is: ${rows.map((row) => row.slug).join(', ')}.`)
}
