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
