import type { Db } from './connection'

export interface CoralPhaseRow {
  siteId: string
  id: string
  name: string
  secret: string
  createdAt: Date
  lastUsedAt: Date | null
}

const COLUMNS = 'site_id AS "siteId", id, name, secret, created_at AS "createdAt", last_used_at AS "lastUsedAt"'

export async function listCoralPhaseRows(db: Db, siteId: string): Promise<CoralPhaseRow[]> {
  return db.query<CoralPhaseRow>(`SELECT ${COLUMNS} FROM coral_phase WHERE site_id = $1 ORDER BY id DESC`, [siteId])
}

/** The phase of an id, on whichever site; its signature tells whether who names it may. */
export async function findCoralPhase(db: Db, id: string): Promise<CoralPhaseRow | null> {
  const [row] = await db.query<CoralPhaseRow>(`SELECT ${COLUMNS} FROM coral_phase WHERE id = $1`, [id], 'coral-phase')
  return row ?? null
}

export async function insertCoralPhase(db: Db, row: Omit<CoralPhaseRow, 'lastUsedAt'>, createdBy: string | null): Promise<void> {
  await db.query('INSERT INTO coral_phase (site_id, id, name, secret, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
    row.siteId,
    row.id,
    row.name,
    row.secret,
    createdBy,
    row.createdAt,
  ])
}

/** @returns its name; null when the site has none of that id */
export async function deleteCoralPhaseRow(db: Db, siteId: string, id: string): Promise<string | null> {
  const [row] = await db.query<{ name: string }>('DELETE FROM coral_phase WHERE site_id = $1 AND id = $2 RETURNING name', [siteId, id])
  return row?.name ?? null
}

/** Notes that a phase was used, to the minute. */
export async function touchCoralPhase(db: Db, { siteId, id }: CoralPhaseRow, now: Date): Promise<void> {
  await db.query(
    `UPDATE coral_phase SET last_used_at = $3
     WHERE site_id = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at < $3::timestamptz - interval '1 minute')`,
    [siteId, id, now],
  )
}
