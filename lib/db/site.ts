import type { SitePolicy } from '../contracts/policy'
import type { Db } from './connection'

export interface SiteRow {
  id: string
  slug: string
  name: string
  /** As stored; lib/contracts/policy.ts parses it and fills in what is missing. */
  policy: unknown
  createdAt: Date
}

const COLUMNS = { id: true, slug: true, name: true, policy: true, createdAt: true } as const

/** All sites, the oldest first. */
export async function listSiteRows(db: Db): Promise<SiteRow[]> {
  return db.prisma.site.findMany({ select: COLUMNS, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
}

export async function findSite(db: Db, id: string): Promise<SiteRow | null> {
  return db.prisma.site.findUnique({ select: COLUMNS, where: { id } })
}

/** The same, and nobody else can change the site until this transaction ends. */
export async function lockSite(db: Db, id: string): Promise<SiteRow | null> {
  await db.query('SELECT FROM site WHERE id = $1 FOR UPDATE', [id])
  return findSite(db, id)
}

/** Null when the slug is taken. */
export async function insertSite(db: Db, site: { id: string; slug: string; name: string; createdAt: Date }): Promise<SiteRow | null> {
  const [row] = await db.prisma.site.createManyAndReturn({ data: [site], skipDuplicates: true, select: COLUMNS })
  return row ?? null
}

/** Writes a site's name and policy. */
export async function updateSiteRow(
  db: Db,
  { id, ...data }: { id: string; name: string; policy: Partial<SitePolicy> },
): Promise<SiteRow | null> {
  const [row] = await db.prisma.site.updateManyAndReturn({ where: { id }, data, select: COLUMNS })
  return row ?? null
}
