import { createHash } from 'node:crypto'
import { SitePolicy } from '../../contracts/policy'
import type { SiteResource, SiteSettings } from '../../contracts/site'
import type { SiteRow } from '../../db/site'

/** A site as lists show it. */
export function toSiteResource(row: SiteRow): SiteResource {
  return { id: row.id, slug: row.slug, name: row.name, createdAt: row.createdAt.toISOString() }
}

/** A site's settings. `version` is a digest of all of them, so that a change by somebody else is noticed. */
export function toSiteSettings(row: SiteRow): SiteSettings {
  const policy = SitePolicy.parse(row.policy)
  const version = createHash('sha256')
    .update(JSON.stringify([row.name, policy]))
    .digest('base64url')
    .slice(0, 16)
  return { name: row.name, slug: row.slug, policy, version }
}
