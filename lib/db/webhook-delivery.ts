import { uuidv7 } from 'uuidv7'
import type { DeliveryResource } from '../contracts/webhook'
import type { Db } from './connection'

/** The sites that somebody is to be told of. */
export async function listToldSites(db: Db): Promise<string[]> {
  const rows = await db.query<{ siteId: string }>(
    'SELECT DISTINCT site_id AS "siteId" FROM webhook_endpoint WHERE disabled_at IS NULL',
    [],
    'told-sites',
  )
  return rows.map(({ siteId }) => siteId)
}

/**
 * Makes out a delivery for every numbered decision that an endpoint has not been given yet, and moves the endpoint on: in
 * one statement, so that a process that dies leaves either both or neither.
 */
export async function makeOutDeliveries(db: Db, siteId: string, now: Date): Promise<void> {
  await db.query(
    `WITH behind AS (
       SELECT e.id, e.position FROM webhook_endpoint e JOIN feed_head h ON h.site_id = e.site_id AND h.position > e.position
       WHERE e.site_id = $1 AND e.disabled_at IS NULL FOR UPDATE OF e SKIP LOCKED
     ), made AS (
       INSERT INTO webhook_delivery (site_id, id, endpoint_id, decision_id, comment_id, position, next_attempt_at)
       SELECT f.site_id, gen_random_uuid(), behind.id, f.decision_id, f.comment_id, f.position, $2
       FROM behind JOIN feed_entry f ON f.site_id = $1 AND f.position > behind.position
       ON CONFLICT (site_id, endpoint_id, decision_id) DO NOTHING
       RETURNING endpoint_id, position
     ), reached AS (
       SELECT endpoint_id, max(position) AS position FROM made GROUP BY endpoint_id
     )
     UPDATE webhook_endpoint e SET position = reached.position FROM reached WHERE e.site_id = $1 AND e.id = reached.endpoint_id`,
    [siteId, now],
  )
}

/** A delivery that is being tried. */
export interface ClaimedDelivery {
  siteId: string
  id: string
  endpointId: string
  decisionId: string
  position: number
  /** Tries so far, this one included. */
  attempts: number
}

/**
 * Takes deliveries that are due, for `leaseMs`: whoever dies with one gives it back by not coming back. Of one comment and
 * endpoint only the earliest that has not arrived is due, so that decisions on a comment arrive in order. Those for `busy` endpoints wait.
 */
export async function claimDeliveries(
  db: Db,
  now: Date,
  leaseMs: number,
  limit: number,
  busy: readonly string[],
): Promise<ClaimedDelivery[]> {
  return db.query<ClaimedDelivery>(
    `UPDATE webhook_delivery d SET attempts = attempts + 1, next_attempt_at = $1::timestamptz + $2 * interval '1 millisecond'
     FROM (
       SELECT w.site_id, w.id FROM webhook_delivery w
       JOIN webhook_endpoint e ON e.site_id = w.site_id AND e.id = w.endpoint_id AND e.disabled_at IS NULL
       WHERE w.state = 'pending' AND w.next_attempt_at <= $1 AND w.endpoint_id <> ALL($4::uuid[]) AND NOT EXISTS (
         SELECT 1 FROM webhook_delivery earlier
         WHERE earlier.site_id = w.site_id AND earlier.endpoint_id = w.endpoint_id AND earlier.comment_id = w.comment_id
           AND earlier.state = 'pending' AND earlier.position < w.position
       )
       ORDER BY w.next_attempt_at, w.position LIMIT $3 FOR UPDATE OF w SKIP LOCKED
     ) due
     WHERE d.site_id = due.site_id AND d.id = due.id
     RETURNING d.site_id AS "siteId", d.id, d.endpoint_id AS "endpointId", d.decision_id AS "decisionId", d.position, d.attempts`,
    [now, leaseMs, limit, busy],
    'claim-deliveries',
  )
}

/** What a try came to, as it is logged. */
export interface LoggedAttempt {
  attemptedAt: Date
  durationMs: number
  status: number | null
  failure: string | null
}

/**
 * Logs a try and says how the delivery stands after it; `nextAttemptAt` counts while it is pending. One that was to be sent again while it
 * was tried, or that somebody else has taken since, stays as that left it.
 */
export async function settleDelivery(
  db: Db,
  { siteId, id, attempts }: Pick<ClaimedDelivery, 'siteId' | 'id' | 'attempts'>,
  after: { state: DeliveryResource['state']; nextAttemptAt: Date; attempt: LoggedAttempt },
): Promise<void> {
  const { state, nextAttemptAt, attempt } = after
  await db.query(
    `WITH settled AS (
       UPDATE webhook_delivery SET state = $3::delivery_state, next_attempt_at = $4,
         settled_at = CASE WHEN $3::delivery_state <> 'pending' THEN $6::timestamptz END
       WHERE site_id = $1 AND id = $2 AND state = 'pending' AND attempts = $10 RETURNING 1
     )
     INSERT INTO webhook_attempt (site_id, id, delivery_id, attempted_at, duration_ms, status, failure) VALUES ($1, $5, $2, $6, $7, $8, $9)`,
    [siteId, id, state, nextAttemptAt, uuidv7(), attempt.attemptedAt, attempt.durationMs, attempt.status, attempt.failure, attempts],
    'settle-delivery',
  )
}

/**
 * Has a delivery, or all of an endpoint that did not arrive when tried, tried again from the beginning of the schedule; returns how many. What was
 * decided later on the same comment goes out again behind each: the receiver ends with what stands, not with what stood.
 */
export async function redeliver(db: Db, siteId: string, which: { id: string } | { endpointId: string }, now: Date): Promise<number> {
  const [column, id] = 'id' in which ? ['id', which.id] : ['endpoint_id', which.endpointId]
  const missed = 'id' in which ? '' : `AND (state = 'failed' OR (state = 'pending' AND attempts > 0))`
  const rows = await db.query(
    `WITH again AS (
       SELECT id, endpoint_id, comment_id, position FROM webhook_delivery WHERE site_id = $1 AND ${column} = $2 ${missed}
     ), behind AS (
       SELECT w.id FROM (SELECT endpoint_id, comment_id, min(position) AS position FROM again GROUP BY 1, 2) a
       JOIN webhook_delivery w ON w.site_id = $1 AND w.endpoint_id = a.endpoint_id AND w.comment_id = a.comment_id AND w.position > a.position
       WHERE w.state <> 'pending' OR w.attempts > 0
     )
     UPDATE webhook_delivery SET state = 'pending', attempts = 0, next_attempt_at = $3, settled_at = NULL
     WHERE site_id = $1 AND id IN (SELECT id FROM again UNION SELECT id FROM behind) RETURNING id`,
    [siteId, id, now],
  )
  return rows.length
}

type DeliveryRecord = Omit<DeliveryResource, 'nextAttemptAt' | 'settledAt'> & { nextAttemptAt: Date; settledAt: Date | null }

/** An endpoint's deliveries with their tries, the newest first. */
export async function listDeliveries(db: Db, siteId: string, endpointId: string, limit: number): Promise<DeliveryResource[]> {
  const records = await db.query<DeliveryRecord>(
    `SELECT w.id, w.decision_id AS "decisionId", coalesce(c.external_id, '') AS "commentExternalId", d.kind, w.state, w.attempts,
       w.next_attempt_at AS "nextAttemptAt", w.settled_at AS "settledAt", coalesce(log.entries, '[]') AS log
     FROM webhook_delivery w
     JOIN decision d ON d.site_id = w.site_id AND d.id = w.decision_id
     LEFT JOIN comment c ON c.site_id = w.site_id AND c.id = w.comment_id
     CROSS JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('attemptedAt', attempted_at, 'durationMs', duration_ms, 'status', status, 'failure', failure)
         ORDER BY attempted_at DESC) AS entries
       FROM webhook_attempt WHERE site_id = w.site_id AND delivery_id = w.id
     ) log
     WHERE w.site_id = $1 AND w.endpoint_id = $2 ORDER BY w.position DESC LIMIT $3`,
    [siteId, endpointId, limit],
  )
  return records.map((record) => ({
    ...record,
    nextAttemptAt: record.state === 'pending' ? record.nextAttemptAt.toISOString() : null,
    settledAt: record.settledAt?.toISOString() ?? null,
  }))
}

/**
 * Forgets deliveries that were settled before `before`, with their tries, at most `limit`; returns how many. An endpoint keeps its newest, which
 * tells when it was last heard of. What is still to be sent is kept however old it is.
 */
export async function purgeDeliveries(db: Db, before: Date, limit: number): Promise<number> {
  const rows = await db.query(
    `DELETE FROM webhook_delivery WHERE (site_id, id) IN (
       SELECT w.site_id, w.id FROM webhook_delivery w
       WHERE w.settled_at < $1 AND w.state <> 'pending' AND EXISTS (
         SELECT 1 FROM webhook_delivery newer
         WHERE newer.site_id = w.site_id AND newer.endpoint_id = w.endpoint_id AND newer.position > w.position
       )
       ORDER BY w.settled_at LIMIT $2 FOR UPDATE OF w SKIP LOCKED
     ) RETURNING id`,
    [before, limit],
  )
  return rows.length
}
