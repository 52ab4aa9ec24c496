import type { ImportState } from '../contracts/import'
import { shareDeletionsLock } from './comment/tombstone'
import type { Db } from './connection'

export interface ImportRunRow {
  siteId: string
  id: string
  actorName: string
  fileName: string
  fileSize: number
  format: string | null
  isDryRun: boolean
  options: unknown
  state: ImportState
  isStopping: boolean
  recordsDone: number
  bytesDone: number
  /** What lib/services/import/report.ts keeps of it. */
  report: unknown
  refusal: string | null
  createdAt: Date
  finishedAt: Date | null
}

const COLUMNS = `site_id AS "siteId", id, actor_name AS "actorName", file_name AS "fileName", file_size AS "fileSize", format,
  is_dry_run AS "isDryRun", options, state, is_stopping AS "isStopping", records_done AS "recordsDone", bytes_done AS "bytesDone",
  report, refusal, created_at AS "createdAt", finished_at AS "finishedAt"`

/** The site's last runs, the newest first. */
export async function listImportRunRows(db: Db, siteId: string, limit: number): Promise<ImportRunRow[]> {
  return db.query<ImportRunRow>(`SELECT ${COLUMNS} FROM import_run WHERE site_id = $1 ORDER BY id DESC LIMIT $2`, [siteId, limit])
}

export async function findImportRun(db: Db, siteId: string, id: string): Promise<ImportRunRow | null> {
  const [row] = await db.query<ImportRunRow>(`SELECT ${COLUMNS} FROM import_run WHERE site_id = $1 AND id = $2`, [siteId, id])
  return row ?? null
}

/** The same, locked until the transaction ends. */
export async function lockImportRun(db: Db, siteId: string, id: string): Promise<ImportRunRow | null> {
  const [row] = await db.query<ImportRunRow>(`SELECT ${COLUMNS} FROM import_run WHERE site_id = $1 AND id = $2 FOR UPDATE`, [siteId, id])
  return row ?? null
}

/** Adds a run that waits to be read without writing. */
export async function insertImportRun(
  db: Db,
  run: Pick<ImportRunRow, 'siteId' | 'id' | 'actorName' | 'fileName' | 'fileSize' | 'createdAt'> & {
    options: object
    userId: string | null
  },
): Promise<void> {
  await db.query(
    `INSERT INTO import_run (site_id, id, user_id, actor_name, file_name, file_size, is_dry_run, options, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, true, $7::jsonb, $8)`,
    [run.siteId, run.id, run.userId, run.actorName, run.fileName, run.fileSize, JSON.stringify(run.options), run.createdAt],
  )
}

/** Has a run wait for its turn: from the beginning of its file, or (`isGoingOn`) from where it was. */
export async function queueImportRun(
  db: Db,
  { siteId, id }: Pick<ImportRunRow, 'siteId' | 'id'>,
  { isDryRun, options, isGoingOn }: { isDryRun: boolean; options: object; isGoingOn: boolean },
): Promise<void> {
  const anew = isGoingOn ? '' : ', records_done = 0, bytes_done = 0, report = NULL'
  await db.query(
    `UPDATE import_run SET state = 'waiting', is_dry_run = $3, options = $4::jsonb, is_stopping = false, refusal = NULL, finished_at = NULL,
       heartbeat_at = NULL${anew} WHERE site_id = $1 AND id = $2`,
    [siteId, id, isDryRun, JSON.stringify(options)],
  )
}

/** Asks a run to stop: one that waits stops at once, one that runs after the part it is at. */
export async function stopImportRun(db: Db, siteId: string, id: string, now: Date): Promise<void> {
  await db.query(
    `UPDATE import_run SET is_stopping = state = 'running', state = CASE state WHEN 'waiting' THEN 'stopped' ELSE state END,
       finished_at = CASE state WHEN 'waiting' THEN $3::timestamptz END
     WHERE site_id = $1 AND id = $2 AND state IN ('waiting', 'running')`,
    [siteId, id, now],
  )
}

/** Takes the run that has waited longest, or one whose process has not been heard of for half a minute; null when there is none. */
export async function claimImportRun(db: Db, now: Date): Promise<ImportRunRow | null> {
  const [row] = await db.query<ImportRunRow>(
    `UPDATE import_run SET state = 'running', heartbeat_at = $1
     WHERE (site_id, id) = (
       SELECT site_id, id FROM import_run
       WHERE state = 'waiting' OR (state = 'running' AND heartbeat_at < $1::timestamptz - interval '30 seconds')
       ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING ${COLUMNS}`,
    [now],
  )
  return row ?? null
}

type Progress = Pick<ImportRunRow, 'siteId' | 'id' | 'format' | 'recordsDone' | 'bytesDone'> & { report: object }

/** What the process of a run knows of it: since when it has been at it, and how far it is. */
interface Known {
  since: Date
  recordsDone: number
}

// The comments that a report shows may be by somebody who was erased since the process read them, or is being erased.
const NOTE = `
  UPDATE import_run SET format = $3, records_done = $4, bytes_done = $5, heartbeat_at = $7,
    report = $6::jsonb || CASE WHEN EXISTS (
      SELECT FROM erasure WHERE site_id = $1 AND (finished_at IS NULL OR greatest(erased_at, finished_at) >= $9)
    ) THEN '{"preview": []}'::jsonb ELSE '{}' END
  WHERE site_id = $1 AND id = $2 AND state = 'running' AND records_done = $8 RETURNING is_stopping AS "isStopping"`

/**
 * Notes how far a run is, and that its process lives; tells whether it is to stop. Null when it is not as far as the process knows,
 * because another has taken it over or somebody had it begin anew.
 */
export async function noteImportProgress(db: Db, run: Progress, known: Known, now: Date): Promise<{ isStopping: boolean } | null> {
  const values = [run.siteId, run.id, run.format, run.recordsDone, run.bytesDone, JSON.stringify(run.report), now]
  return db.transaction(async (inner) => {
    // Whoever is being erased is erased by then, or finds what is noted here.
    await shareDeletionsLock(inner, run.siteId)
    const [row] = await inner.query<{ isStopping: boolean }>(NOTE, [...values, known.recordsDone, known.since])
    return row ?? null
  })
}

/** Notes that a run's process lives, while it reads what it cannot tell of yet. */
export async function noteImportAlive(db: Db, { siteId, id }: Pick<ImportRunRow, 'siteId' | 'id'>, now: Date): Promise<void> {
  await db.query("UPDATE import_run SET heartbeat_at = $3 WHERE site_id = $1 AND id = $2 AND state = 'running'", [siteId, id, now])
}

/** Ends a run that is as far as its process knows it to be; `waiting` gives it back to whoever comes next. */
export async function endImportRun(
  db: Db,
  { siteId, id, recordsDone }: Pick<ImportRunRow, 'siteId' | 'id' | 'recordsDone'>,
  state: Exclude<ImportState, 'running'>,
  refusal: string | null,
  now: Date,
): Promise<void> {
  await db.query(
    `UPDATE import_run SET state = $3::import_state, refusal = $4, is_stopping = false, heartbeat_at = NULL,
       finished_at = CASE WHEN $3::import_state <> 'waiting' THEN $5::timestamptz END
     WHERE site_id = $1 AND id = $2 AND state = 'running' AND records_done = $6`,
    [siteId, id, state, refusal, now, recordsDone],
  )
}

/** Which of these runs may still need their file: all but imports that are done, for so many days after their end. */
export async function listNeededFiles(db: Db, ids: readonly string[], now: Date, days: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM import_run WHERE id = ANY($1::uuid[]) AND NOT (state = 'done' AND NOT is_dry_run)
       AND coalesce(finished_at, $2::timestamptz) > $2::timestamptz - make_interval(days => $3)`,
    [ids, now, days],
  )
  return rows.map(({ id }) => id)
}

/** Forgets files that were only read, never imported, if that was before `before`; at most `limit`. Returns how many. What came in stays on record. */
export async function purgeRehearsals(db: Db, before: Date, limit: number): Promise<number> {
  const rows = await db.query(
    `DELETE FROM import_run WHERE (site_id, id) IN (
       SELECT site_id, id FROM import_run WHERE is_dry_run AND finished_at < $1 AND state NOT IN ('waiting', 'running')
       LIMIT $2 FOR UPDATE SKIP LOCKED
     ) RETURNING id`,
    [before, limit],
  )
  return rows.length
}
