import type { JudgementMeasures } from '../../contracts/judgement'
import type { Db } from '../connection'

export type JudgementState = 'live' | 'retired' | 'not_kept'

export interface JudgementRow {
  id: string
  number: number
  baseVersion: string
  /** Of the later readings it was learnt on; null when it was learnt on none. */
  lateVersion: string | null
  state: JudgementState
  decisions: number
  lastDecisionId: string
  /** As stored; lib/contracts/judgement.ts parses it. */
  measures: unknown
  hasWeights: boolean
  learntAt: Date
}

const COLUMNS = `id, number, base_version AS "baseVersion", late_version AS "lateVersion", state, decisions, last_decision_id AS "lastDecisionId", measures,
  weights IS NOT NULL AS "hasWeights", learnt_at AS "learntAt"`

/** A site's judgements, the newest first. */
export async function listJudgements(db: Db, siteId: string, limit: number): Promise<JudgementRow[]> {
  return db.query<JudgementRow>(`SELECT ${COLUMNS} FROM judgement WHERE site_id = $1 ORDER BY number DESC LIMIT $2`, [siteId, limit])
}

/** The one that scores go by; null while they are the shipped models'. */
export async function findLiveJudgement(db: Db, siteId: string): Promise<JudgementRow | null> {
  const [row] = await db.query<JudgementRow>(`SELECT ${COLUMNS} FROM judgement WHERE site_id = $1 AND state = 'live'`, [siteId])
  return row ?? null
}

/** The one of this number. */
export async function findJudgement(db: Db, siteId: string, number: number): Promise<JudgementRow | null> {
  const [row] = await db.query<JudgementRow>(`SELECT ${COLUMNS} FROM judgement WHERE site_id = $1 AND number = $2`, [siteId, number])
  return row ?? null
}

/** Its weights; null when they are not kept any more. */
export async function readWeights(db: Db, siteId: string, id: string): Promise<Uint8Array | null> {
  const [row] = await db.query<{ weights: Uint8Array | null }>('SELECT weights FROM judgement WHERE site_id = $1 AND id = $2', [siteId, id])
  return row?.weights ?? null
}

interface NewJudgement {
  siteId: string
  id: string
  number: number
  baseVersion: string
  lateVersion: string | null
  state: JudgementState
  decisions: number
  lastDecisionId: string
  measures: JudgementMeasures
  weights: Uint8Array | null
  at: Date
}

/** Adds one. Call it with the site locked and the number free. */
export async function insertJudgement(db: Db, one: NewJudgement): Promise<void> {
  await db.query(
    `INSERT INTO judgement (site_id, id, number, base_version, late_version, state, decisions, last_decision_id, measures, weights, learnt_at, live_at)
     VALUES ($1, $2, $3, $4, $5, $6::judgement_state, $7, $8, $9::jsonb, $10, $11, $12)`,
    [
      one.siteId,
      one.id,
      one.number,
      one.baseVersion,
      one.lateVersion,
      one.state,
      one.decisions,
      one.lastDecisionId,
      JSON.stringify(one.measures),
      one.weights === null ? null : Buffer.from(one.weights),
      one.at,
      one.state === 'live' ? one.at : null,
    ],
  )
}

/** Retires the live one, if there is one. */
export async function retireLive(db: Db, siteId: string): Promise<void> {
  await db.query(`UPDATE judgement SET state = 'retired' WHERE site_id = $1 AND state = 'live'`, [siteId])
}

/** Makes one live; retire the other first. */
export async function makeLive(db: Db, siteId: string, id: string, at: Date): Promise<void> {
  await db.query(`UPDATE judgement SET state = 'live', live_at = $3 WHERE site_id = $1 AND id = $2`, [siteId, id, at])
}

/** Drops the weights of all but the newest `kept` that were ever live, and the live one. */
export async function dropOldWeights(db: Db, siteId: string, kept: number): Promise<void> {
  await db.query(
    `UPDATE judgement SET weights = NULL WHERE site_id = $1 AND weights IS NOT NULL AND state <> 'live' AND number NOT IN (
       SELECT number FROM judgement WHERE site_id = $1 AND weights IS NOT NULL ORDER BY number DESC LIMIT $2)`,
    [siteId, kept],
  )
}

/** How many decisions people have taken after this one, counted up to `limit`. */
export async function countDecisionsSince(db: Db, siteId: string, decisionId: string | null, limit: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT FROM decision WHERE site_id = $1 AND ($2::uuid IS NULL OR id > $2::uuid) AND actor_kind = 'user' AND kind <> 'undo' LIMIT $3) d`,
    [siteId, decisionId, limit],
  )
  return row?.count ?? 0
}

/** The newest decision of a person; null when there is none. */
export async function findNewestDecision(db: Db, siteId: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }>(
    `SELECT id FROM decision WHERE site_id = $1 AND actor_kind = 'user' AND kind <> 'undo' ORDER BY id DESC LIMIT 1`,
    [siteId],
  )
  return row?.id ?? null
}
