import type { Db } from './connection'

export interface EndpointRow {
  siteId: string
  id: string
  url: string
  description: string
  secret: string
  oldSecret: string | null
  oldSecretUntil: Date | null
  createdAt: Date
  disabledAt: Date | null
  disabledReason: string | null
}

interface ListedEndpoint extends EndpointRow {
  pending: number
  failed: number
  lastDeliveredAt: Date | null
  /** Of the newest decision that it did not take and that is to be tried again; null when there is none. */
  failure: string | null
  failedAt: Date | null
}

const COLUMNS = `site_id AS "siteId", id, url, description, secret, old_secret AS "oldSecret", old_secret_until AS "oldSecretUntil",
  created_at AS "createdAt", disabled_at AS "disabledAt", disabled_reason AS "disabledReason"`

/** A site's endpoints with how their deliveries stand, the newest first. */
export async function listEndpoints(db: Db, siteId: string): Promise<ListedEndpoint[]> {
  return db.query<ListedEndpoint>(
    `SELECT ${COLUMNS}, d.pending, d.failed, d.last AS "lastDeliveredAt", l.failure, l.attempted_at AS "failedAt" FROM webhook_endpoint e
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE state = 'pending') AS pending, count(*) FILTER (WHERE state = 'failed') AS failed,
         max(settled_at) FILTER (WHERE state = 'delivered') AS last
       FROM webhook_delivery WHERE site_id = e.site_id AND endpoint_id = e.id
     ) d
     LEFT JOIN LATERAL (
       SELECT a.failure, a.attempted_at FROM webhook_delivery w
       CROSS JOIN LATERAL (
         SELECT failure, attempted_at FROM webhook_attempt
         WHERE site_id = w.site_id AND delivery_id = w.id ORDER BY id DESC LIMIT 1
       ) a
       WHERE w.site_id = e.site_id AND w.endpoint_id = e.id AND w.state = 'pending' AND w.attempts > 0 AND a.failure IS NOT NULL
       ORDER BY w.position DESC LIMIT 1
     ) l ON true WHERE e.site_id = $1 ORDER BY e.id DESC`,
    [siteId],
  )
}

/** An endpoint, locked until the transaction ends; null when the site has none of that id. */
export async function lockEndpoint(db: Db, siteId: string, id: string): Promise<EndpointRow | null> {
  const [row] = await db.query<EndpointRow>(`SELECT ${COLUMNS} FROM webhook_endpoint WHERE site_id = $1 AND id = $2 FOR UPDATE`, [
    siteId,
    id,
  ])
  return row ?? null
}

/** Adds an endpoint that is told of every decision from now on. */
export async function insertEndpoint(
  db: Db,
  { siteId, id, url, description, secret, createdAt }: EndpointRow,
  createdBy: string | null,
): Promise<void> {
  await db.query(
    `INSERT INTO webhook_endpoint (site_id, id, url, description, secret, position, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, coalesce((SELECT position FROM feed_head WHERE site_id = $1), 0), $6, $7)`,
    [siteId, id, url, description, secret, createdBy, createdAt],
  )
}

/** Writes what may change of an endpoint. */
export async function updateEndpoint(db: Db, endpoint: EndpointRow): Promise<void> {
  const { siteId, id, secret, oldSecret, oldSecretUntil, disabledAt, disabledReason } = endpoint
  await db.query(
    `UPDATE webhook_endpoint SET secret = $3, old_secret = $4, old_secret_until = $5, disabled_at = $6, disabled_reason = $7
     WHERE site_id = $1 AND id = $2`,
    [siteId, id, secret, oldSecret, oldSecretUntil, disabledAt, disabledReason],
  )
}

/** Removes an endpoint with its deliveries and their log. */
export async function deleteEndpoint(db: Db, siteId: string, id: string): Promise<void> {
  await db.query('DELETE FROM webhook_endpoint WHERE site_id = $1 AND id = $2', [siteId, id])
}

/** Stops telling an endpoint, with the reason that Settings shows. What waits for it is kept. False when it was stopped before, or is gone. */
export async function disableEndpoint(db: Db, siteId: string, id: string, reason: string, at: Date): Promise<boolean> {
  const rows = await db.query(
    `UPDATE webhook_endpoint SET disabled_at = $4, disabled_reason = $3 WHERE site_id = $1 AND id = $2 AND disabled_at IS NULL RETURNING 1`,
    [siteId, id, reason, at],
  )
  return rows.length > 0
}
