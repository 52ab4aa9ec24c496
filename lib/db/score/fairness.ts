import type { FairnessFigures } from '../../contracts/fairness'
import type { Db } from '../connection'

interface FairnessRow {
  week: string
  version: string
  readAt: Date
  /** As stored; lib/contracts/fairness.ts parses it. */
  figures: unknown
}

/** A site's readings, the newest first. */
export async function listFairness(db: Db, siteId: string, limit: number): Promise<FairnessRow[]> {
  return db.query<FairnessRow>(
    `SELECT week::text AS week, version, read_at AS "readAt", figures FROM fairness_reading
     WHERE site_id = $1 ORDER BY week DESC, read_at DESC LIMIT $2`,
    [siteId, limit],
  )
}

/** Whether the week has a reading of this version. */
export async function hasFairness(db: Db, siteId: string, week: string, version: string): Promise<boolean> {
  const rows = await db.query('SELECT FROM fairness_reading WHERE site_id = $1 AND week = $2::date AND version = $3', [
    siteId,
    week,
    version,
  ])
  return rows.length > 0
}

/** Keeps a reading; one of the same week and version gives way. */
export async function saveFairness(
  db: Db,
  siteId: string,
  { week, version, figures, at }: { week: string; version: string; figures: FairnessFigures; at: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO fairness_reading (site_id, week, version, figures, read_at) VALUES ($1, $2::date, $3, $4::jsonb, $5)
     ON CONFLICT (site_id, week, version) DO UPDATE SET figures = excluded.figures, read_at = excluded.read_at`,
    [siteId, week, version, JSON.stringify(figures), at],
  )
}
