import { SCOPES, type Scope } from '../domain/actor'
import type { Db } from './connection'

interface ApiKeyIdentity {
  siteId: string
  id: string
  name: string
  scopes: Scope[]
  /** Requests a minute; null for the server's own limit. */
  rateLimit: number | null
  /** Whether `last_used_at` is more than a minute behind. */
  isUseStale: boolean
}

/** The key with this hash, unless it is unknown, expired or revoked. Looked up by hash alone: the key says which site is meant. */
export async function findApiKeyByHash(db: Db, hash: Buffer): Promise<ApiKeyIdentity | null> {
  const rows = await db.query<ApiKeyIdentity>(
    `SELECT site_id AS "siteId", id, name, scopes, rate_limit AS "rateLimit",
       last_used_at IS NULL OR last_used_at < now() - interval '1 minute' AS "isUseStale"
     FROM api_key WHERE hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
    [hash],
    'api-key-by-hash',
  )
  return rows[0] ?? null
}

/** Notes that a key was used. Says so once a minute, however many requests find the note stale at once. */
export async function touchApiKey(db: Db, siteId: string, id: string): Promise<void> {
  await db.query(
    `UPDATE api_key SET last_used_at = now()
     WHERE site_id = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
    [siteId, id],
  )
}

interface NewApiKey {
  siteId: string
  id: string
  name: string
  prefix: string
  hash: Buffer
  scopes: Scope[]
  rateLimit: number | null
  createdBy: string | null
  createdAt: Date
  /** The key this one replaces. */
  rotatesId: string | null
}

export async function insertApiKey(db: Db, key: NewApiKey): Promise<void> {
  await db.prisma.apiKey.create({ data: { ...key, hash: new Uint8Array(key.hash) }, select: { id: true } })
}

export interface ApiKeyRow {
  id: string
  name: string
  prefix: string
  scopes: Scope[]
  rateLimit: number | null
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
  expiresAt: Date | null
}

const LISTED = {
  id: true,
  name: true,
  prefix: true,
  createdAt: true,
  lastUsedAt: true,
  revokedAt: true,
  expiresAt: true,
  scopes: true,
  rateLimit: true,
} as const

/** A site's keys, the working ones first, then by age, the newest first. */
export async function listApiKeyRows(db: Db, siteId: string): Promise<ApiKeyRow[]> {
  const rows = await db.prisma.apiKey.findMany({ where: { siteId }, select: LISTED, orderBy: { id: 'desc' } })
  const isRevoked = (row: { revokedAt: Date | null }) => Number(row.revokedAt !== null)
  return rows.map(toApiKeyRow).sort((a, b) => isRevoked(a) - isRevoked(b))
}

/** Null when there is no key of that id. */
export async function findApiKeyRow(db: Db, siteId: string, id: string): Promise<ApiKeyRow | null> {
  const row = await db.prisma.apiKey.findUnique({ where: { siteId_id: { siteId, id } }, select: LISTED })
  return row && toApiKeyRow(row)
}

/** Has a working key end at a time, unless it ends sooner. Null when there is no working key of that id. */
export async function expireApiKey(db: Db, siteId: string, id: string, at: Date): Promise<ApiKeyRow | null> {
  const where = { siteId, id, revokedAt: null, expiresAt: null }
  const { count } = await db.prisma.apiKey.updateMany({ where, data: { expiresAt: at } })
  return count === 0 ? null : findApiKeyRow(db, siteId, id)
}

/** Revokes a key. Null when there is no key of that id that has not been revoked. */
export async function revokeApiKeyRow(db: Db, siteId: string, id: string, now: Date): Promise<ApiKeyRow | null> {
  const { count } = await db.prisma.apiKey.updateMany({ where: { siteId, id, revokedAt: null }, data: { revokedAt: now } })
  return count === 0 ? null : findApiKeyRow(db, siteId, id)
}

/** Scopes that this version does not know give nothing, and are not shown. */
function toApiKeyRow({ scopes, ...row }: Omit<ApiKeyRow, 'scopes'> & { scopes: string[] }): ApiKeyRow {
  return { ...row, scopes: SCOPES.filter((scope) => scopes.includes(scope)) }
}
