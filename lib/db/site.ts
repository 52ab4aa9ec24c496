import type { Db } from './connection'

export interface SiteRow {
  id: string
  slug: string
  name: string
  /** As stored; lib/contracts/policy.ts parses it and fills in what is missing. */
  policy: unknown
  createdAt: Date
}

const COLUMNS = 'id, slug, name, policy, created_at AS "createdAt"'

/** All sites, the oldest first. */
export async function listSiteRows(db: Db): Promise<SiteRow[]> {
  return db.query<SiteRow>(`SELECT ${COLUMNS} FROM site ORDER BY created_at, id`)
}

export async function findSite(db: Db, id: string): Promise<SiteRow | null> {
  const rows = await db.query<SiteRow>(`SELECT ${COLUMNS} FROM site WHERE id = $1`, [id])
  return rows[0] ?? null
}

/** The same, and nobody else can change the site until this transaction ends. */
export async function lockSite(db: Db, id: string): Promise<SiteRow | null> {
  const rows = await db.query<SiteRow>(`SELECT ${COLUMNS} FROM site WHERE id = $1 FOR UPDATE`, [id])
  return rows[0] ?? null
}

/** Null when the slug is taken. */
export async function insertSite(db: Db, site: { id: string; slug: string; name: string; createdAt: Date }): Promise<SiteRow | null> {
  const rows = await db.query<SiteRow>(
    `INSERT INTO site (id, slug, name, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (slug) DO NOTHING RETURNING ${COLUMNS}`,
    [site.id, site.slug, site.name, site.createdAt],
  )
  return rows[0] ?? null
}

/** Writes a site's name and policy. */
export async function updateSiteRow(db: Db, site: { id: string; name: string; policy: object }): Promise<SiteRow | null> {
  const rows = await db.query<SiteRow>(`UPDATE site SET name = $2, policy = $3::jsonb WHERE id = $1 RETURNING ${COLUMNS}`, [
    site.id,
    site.name,
    JSON.stringify(site.policy),
  ])
  return rows[0] ?? null
}
