import type { RescoreState } from '../../contracts/rescore'
import type { Db } from '../connection'
import type { ScorePlace } from './late-scores'

export interface RescoreRow {
  siteId: string
  id: string
  actorName: string
  state: RescoreState
  isStopping: boolean
  total: number
  done: number
  changed: number
  atTime: Date | null
  atId: string | null
  refusal: string | null
  createdAt: Date
  finishedAt: Date | null
}

const COLUMNS = `site_id AS "siteId", id, actor_name AS "actorName", state, is_stopping AS "isStopping", total, done, changed,
  at_time AS "atTime", at_id AS "atId", refusal, created_at AS "createdAt", finished_at AS "finishedAt"`

/** The site's latest run; null when there was none. */
export async function findLastRescore(db: Db, siteId: string): Promise<RescoreRow | null> {
  const [row] = await db.query<RescoreRow>(`SELECT ${COLUMNS} FROM rescore_run WHERE site_id = $1 ORDER BY id DESC LIMIT 1`, [siteId])
  return row ?? null
}

/** Adds a run over all comments the site has now. Null while another of the site waits or runs. Call it with the site locked. */
export async function insertRescore(
  db: Db,
  run: Pick<RescoreRow, 'siteId' | 'id' | 'actorName' | 'createdAt'>,
): Promise<RescoreRow | null> {
  const [row] = await db.query<RescoreRow>(
    `INSERT INTO rescore_run (site_id, id, actor_name, total, created_at)
     SELECT $1, $2, $3, (SELECT count(*) FROM comment WHERE site_id = $1), $4
     WHERE NOT EXISTS (SELECT 1 FROM rescore_run WHERE site_id = $1 AND state IN ('waiting', 'running')) RETURNING ${COLUMNS}`,
    [run.siteId, run.id, run.actorName, run.createdAt],
  )
  return row ?? null
}

/** Asks a run to stop: one that waits stops at once, one that runs after the part it is at. False when neither is. */
export async function stopRescore(db: Db, siteId: string, id: string, now: Date): Promise<boolean> {
  const rows = await db.query(
    `UPDATE rescore_run SET is_stopping = state = 'running', state = CASE state WHEN 'waiting' THEN 'stopped' ELSE state END,
       finished_at = CASE state WHEN 'waiting' THEN $3::timestamptz END
     WHERE site_id = $1 AND id = $2 AND state IN ('waiting', 'running') RETURNING 1`,
    [siteId, id, now],
  )
  return rows.length === 1
}

/** Has a run that was stopped, or failed, go on from where it was. False when it is neither. */
export async function resumeRescore(db: Db, siteId: string, id: string): Promise<boolean> {
  const rows = await db.query(
    `UPDATE rescore_run SET state = 'waiting', is_stopping = false, refusal = NULL, finished_at = NULL, heartbeat_at = NULL
     WHERE site_id = $1 AND id = $2 AND state IN ('stopped', 'failed') RETURNING 1`,
    [siteId, id],
  )
  return rows.length === 1
}

/** Takes the run that has waited longest, or one whose process has not been heard of for half a minute; null when there is none. */
export async function claimRescore(db: Db, now: Date): Promise<RescoreRow | null> {
  const [row] = await db.query<RescoreRow>(
    `UPDATE rescore_run SET state = 'running', heartbeat_at = $1 WHERE (site_id, id) = (
       SELECT site_id, id FROM rescore_run
       WHERE state = 'waiting' OR (state = 'running' AND heartbeat_at < $1::timestamptz - interval '30 seconds')
       ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING ${COLUMNS}`,
    [now],
    'claim-rescore',
  )
  return row ?? null
}

/**
 * Notes a part that is done, in the transaction that did it, so that it is never done half, and tells whether the run is to stop.
 * Null when somebody else has taken it over: then the part must not count.
 */
export async function noteRescored(
  db: Db,
  run: Pick<RescoreRow, 'siteId' | 'id' | 'done'>,
  part: { place: ScorePlace; done: number; changed: number },
  now: Date,
): Promise<{ isStopping: boolean } | null> {
  const [row] = await db.query<{ isStopping: boolean }>(
    `UPDATE rescore_run SET done = done + $4, changed = changed + $5, at_time = $6, at_id = $7, heartbeat_at = $8
     WHERE site_id = $1 AND id = $2 AND state = 'running' AND done = $3 RETURNING is_stopping AS "isStopping"`,
    [run.siteId, run.id, run.done, part.done, part.changed, part.place.time, part.place.id, now],
    'note-rescored',
  )
  return row ?? null
}

/** Ends a run that is as far as its process knows it to be; `waiting` gives it back to whoever comes next. */
export async function endRescore(
  db: Db,
  { siteId, id, done }: Pick<RescoreRow, 'siteId' | 'id' | 'done'>,
  state: Exclude<RescoreState, 'running'>,
  refusal: string | null,
  now: Date,
): Promise<void> {
  await db.query(
    `UPDATE rescore_run SET state = $3::rescore_state, refusal = $4, is_stopping = false, heartbeat_at = NULL,
       finished_at = CASE WHEN $3::rescore_state <> 'waiting' THEN $5::timestamptz END
     WHERE site_id = $1 AND id = $2 AND state = 'running' AND done = $6`,
    [siteId, id, state, refusal, now, done],
  )
}
