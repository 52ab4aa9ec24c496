import type { Scope } from '../domain/actor'
import type { Db } from './connection'

export interface ApiKeyIdentity {
  siteId: string
  id: string
  name: string
  scopes: Scope[]
  /** Whether `last_used_at` is more than a minute behind. */
  isUseStale: boolean
}

/** The key with this hash, unless it is unknown or revoked. Looked up by hash alone: the key says which site is meant. */
export async function findApiKeyByHash(db: Db, hash: Buffer): Promise<ApiKeyIdentity | null> {
  const rows = await db.query<ApiKeyIdentity>(
    `SELECT site_id AS "siteId", id, name, scopes,
       last_used_at IS NULL OR last_used_at < now() - interval '1 minute' AS "isUseStale"
     FROM api_key WHERE hash = $1 AND revoked_at IS NULL`,
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

export interface NewApiKey {
  siteId: string
  id: string
  name: string
  prefix: string
  hash: Buffer
  scopes: Scope[]
  createdBy: string | null
  createdAt: Date
}

export async function insertApiKey(db: Db, key: NewApiKey): Promise<void> {
  await db.query(
    `INSERT INTO api_key (site_id, id, name, prefix, hash, scopes, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [key.siteId, key.id, key.name, key.prefix, key.hash, key.scopes, key.createdBy, key.createdAt],
  )
}

export interface ApiKeyRow {
  id: string
  name: string
  prefix: string
  scopes: Scope[]
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

const LISTED = 'id, name, prefix, scopes, created_at AS "createdAt", last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"'

/** A site's keys, the working ones first, then by age, the newest first. */
export async function listApiKeyRows(db: Db, siteId: string): Promise<ApiKeyRow[]> {
  return db.query<ApiKeyRow>(`SELECT ${LISTED} FROM api_key WHERE site_id = $1 ORDER BY revoked_at IS NOT NULL, id DESC`, [siteId])
}

/** Revokes a key; one that is revoked already keeps its time. Null when there is no such key. */
export async function revokeApiKeyRow(db: Db, siteId: string, id: string, now: Date): Promise<ApiKeyRow | null> {
  const rows = await db.query<ApiKeyRow>(
    `UPDATE api_key SET revoked_at = coalesce(revoked_at, $3) WHERE site_id = $1 AND id = $2 RETURNING ${LISTED}`,
    [siteId, id, now],
  )
  return rows[0] ?? null
}
