import type { CircuitBreaker } from '../../domain/circuit-breaker'
import type { ScorerKind } from '../../contracts/remote-scorer'
import type { Db } from '../connection'

export interface RemoteScorerRow extends CircuitBreaker {
  siteId: string
  id: string
  name: string
  kind: ScorerKind
  url: string
  model: string | null
  apiKey: string | null
  signingSecret: string | null
  timeoutMs: number
  pausedAt: Date | null
  lastFailure: string | null
  lastFailedAt: Date | null
  lastScoredAt: Date | null
  createdAt: Date
}

const COLUMNS = `s.site_id AS "siteId", s.id, s.name, s.kind, s.url, s.model, s.api_key AS "apiKey", s.signing_secret AS "signingSecret",
  s.timeout_ms AS "timeoutMs", s.paused_at AS "pausedAt", s.failures, s.trips, s.open_until AS "openUntil",
  s.last_failure AS "lastFailure", s.last_failed_at AS "lastFailedAt", s.last_scored_at AS "lastScoredAt", s.created_at AS "createdAt"`

/** A site's scorers with how many comments wait for each, and for how many each was given up; the oldest first. */
export async function listRemoteScorers(db: Db, siteId: string): Promise<(RemoteScorerRow & { waiting: number; notScored: number })[]> {
  return db.query(
    `SELECT ${COLUMNS}, t.waiting, t.dead AS "notScored" FROM remote_scorer s
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE NOT is_dead) AS waiting, count(*) FILTER (WHERE is_dead) AS dead
       FROM scorer_task WHERE site_id = s.site_id AND scorer_id = s.id) t
     WHERE s.site_id = $1 ORDER BY s.id`,
    [siteId],
  )
}

/** The names of a site's scorers. */
export async function listRemoteScorerNames(db: Db, siteId: string): Promise<string[]> {
  const rows = await db.query<{ name: string }>('SELECT name FROM remote_scorer WHERE site_id = $1', [siteId], 'scorer-names')
  return rows.map(({ name }) => name)
}

export async function findRemoteScorer(db: Db, siteId: string, id: string): Promise<RemoteScorerRow | null> {
  const [row] = await db.query<RemoteScorerRow>(`SELECT ${COLUMNS} FROM remote_scorer s WHERE site_id = $1 AND id = $2`, [siteId, id])
  return row ?? null
}

/** The same, locked until the transaction ends. */
export async function lockRemoteScorer(db: Db, siteId: string, id: string): Promise<RemoteScorerRow | null> {
  const [row] = await db.query<RemoteScorerRow>(`SELECT ${COLUMNS} FROM remote_scorer s WHERE site_id = $1 AND id = $2 FOR UPDATE`, [
    siteId,
    id,
  ])
  return row ?? null
}

type NewScorer = Pick<
  RemoteScorerRow,
  'siteId' | 'id' | 'name' | 'kind' | 'url' | 'model' | 'apiKey' | 'signingSecret' | 'timeoutMs' | 'createdAt'
>

/** False when the site has one of that name. */
export async function insertRemoteScorer(db: Db, row: NewScorer, createdBy: string | null): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO remote_scorer (site_id, id, name, kind, url, model, api_key, signing_secret, timeout_ms, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (site_id, name) DO NOTHING RETURNING id`,
    [
      ...[row.siteId, row.id, row.name, row.kind, row.url, row.model, row.apiKey, row.signingSecret, row.timeoutMs],
      createdBy,
      row.createdAt,
    ],
  )
  return rows.length === 1
}

/** Pauses a scorer, or lets it go on with a closed breaker. */
export async function pauseRemoteScorer(db: Db, siteId: string, id: string, pausedAt: Date | null): Promise<void> {
  await db.query(
    `UPDATE remote_scorer SET paused_at = $3::timestamptz,
       failures = CASE WHEN $3::timestamptz IS NULL THEN 0 ELSE failures END,
       trips = CASE WHEN $3::timestamptz IS NULL THEN 0 ELSE trips END,
       open_until = CASE WHEN $3::timestamptz IS NULL THEN NULL ELSE open_until END
     WHERE site_id = $1 AND id = $2`,
    [siteId, id, pausedAt],
  )
}

export async function deleteRemoteScorer(db: Db, siteId: string, id: string): Promise<void> {
  await db.query('DELETE FROM remote_scorer WHERE site_id = $1 AND id = $2', [siteId, id])
}

/** Every scorer, on any site, that is not paused and for which something is due. */
export async function listDueScorers(db: Db, now: Date): Promise<RemoteScorerRow[]> {
  return db.query<RemoteScorerRow>(
    `SELECT ${COLUMNS} FROM remote_scorer s WHERE s.paused_at IS NULL AND (s.open_until IS NULL OR s.open_until <= $1) AND EXISTS (
       SELECT 1 FROM scorer_task t WHERE t.site_id = s.site_id AND t.scorer_id = s.id AND NOT t.is_dead AND t.next_attempt_at <= $1)
     ORDER BY s.site_id, s.id`,
    [now],
    'due-scorers',
  )
}

/** Notes how a call went: the breaker as it stands after it, and what was wrong (null: nothing). */
export async function noteScorerCall(
  db: Db,
  { siteId, id }: Pick<RemoteScorerRow, 'siteId' | 'id'>,
  { failures, trips, openUntil }: CircuitBreaker,
  failure: string | null,
  now: Date,
): Promise<void> {
  await db.query(
    `UPDATE remote_scorer SET failures = $3, trips = $4, open_until = $5,
       last_failure = coalesce($6, last_failure), last_failed_at = CASE WHEN $6::text IS NULL THEN last_failed_at ELSE $7::timestamptz END,
       last_scored_at = CASE WHEN $6::text IS NULL THEN $7::timestamptz ELSE last_scored_at END
     WHERE site_id = $1 AND id = $2`,
    [siteId, id, failures, trips, openUntil, failure, now],
  )
}
