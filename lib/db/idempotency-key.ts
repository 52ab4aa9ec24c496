import type { Db } from './connection'

/** An answer that was given and may be given again. */
export interface KeptAnswer {
  status: number
  contentType: string | null
  answer: string | null
}

interface KeptRequest extends Omit<KeptAnswer, 'status'> {
  requestHash: Buffer
  /** Null while the request is in flight. */
  status: number | null
}

/** Whose key it is. */
export interface KeyOwner {
  siteId: string
  actorId: string
  key: string
}

/** Notes that a request is in flight. False when there is one with this key already, in flight or answered. */
export async function insertKey(db: Db, { siteId, actorId, key }: KeyOwner, requestHash: Buffer, now: Date): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO idempotency_key (site_id, actor_id, key, request_hash, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING key`,
    [siteId, actorId, key, requestHash, now],
  )
  return rows.length === 1
}

export async function findKey(db: Db, { siteId, actorId, key }: KeyOwner): Promise<KeptRequest | null> {
  const [row] = await db.query<KeptRequest>(
    `SELECT request_hash AS "requestHash", status, content_type AS "contentType", answer
     FROM idempotency_key WHERE site_id = $1 AND actor_id = $2 AND key = $3`,
    [siteId, actorId, key],
  )
  return row ?? null
}

/** A request in flight: the key may have been forgotten and claimed by another meanwhile, whose answer this is not. */
export interface ClaimedKey extends KeyOwner {
  at: Date
}

/** Keeps the answer of the request that was in flight, unless its key was forgotten meanwhile. */
export async function keepAnswer(
  db: Db,
  { siteId, actorId, key, at }: ClaimedKey,
  { status, contentType, answer }: KeptAnswer,
): Promise<void> {
  await db.query(
    'UPDATE idempotency_key SET status = $4, content_type = $5, answer = $6 WHERE site_id = $1 AND actor_id = $2 AND key = $3 AND created_at = $7',
    [siteId, actorId, key, status, contentType, answer, at],
  )
}

/** Forgets a key, so that its request may be sent again. */
export async function deleteKey(db: Db, { siteId, actorId, key, at }: ClaimedKey): Promise<void> {
  await db.query('DELETE FROM idempotency_key WHERE site_id = $1 AND actor_id = $2 AND key = $3 AND created_at = $4', [
    siteId,
    actorId,
    key,
    at,
  ])
}

/** The same, if its request is still in flight and has been since before `before`. */
export async function deleteDeadKey(db: Db, { siteId, actorId, key }: KeyOwner, before: Date): Promise<void> {
  await db.query('DELETE FROM idempotency_key WHERE site_id = $1 AND actor_id = $2 AND key = $3 AND status IS NULL AND created_at < $4', [
    siteId,
    actorId,
    key,
    before,
  ])
}

/** Forgets keys that are older than `before`, at most `limit`, so that nobody has to wait for it; returns how many. */
export async function purgeKeys(db: Db, before: Date, limit: number): Promise<number> {
  const rows = await db.query(
    `DELETE FROM idempotency_key WHERE ctid IN (
       SELECT ctid FROM idempotency_key WHERE created_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED
     ) RETURNING 1`,
    [before, limit],
  )
  return rows.length
}
