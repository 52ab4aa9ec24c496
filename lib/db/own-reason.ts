import type { Db } from './connection'

export interface OwnReasonRow {
  id: string
  label: string
  message: string
  place: number
  retiredAt: Date | null
}

/** A site's own reasons in their order, those that can be chosen first. */
export async function listOwnReasonRows(db: Db, siteId: string): Promise<OwnReasonRow[]> {
  return db.query<OwnReasonRow>(
    `SELECT id, label, message, place, retired_at AS "retiredAt" FROM own_reason WHERE site_id = $1
     ORDER BY retired_at IS NOT NULL, place, label`,
    [siteId],
    'own-reasons',
  )
}

/** The same, and nobody else changes them until this transaction ends. */
export async function lockOwnReasons(db: Db, siteId: string): Promise<OwnReasonRow[]> {
  // Of the site itself, since there may be no reason yet to lock; what refers to the site need not wait.
  await db.query('SELECT FROM site WHERE id = $1 FOR NO KEY UPDATE', [siteId])
  return listOwnReasonRows(db, siteId)
}

/** Writes reasons as they are now; those that were not there are added. */
export async function putOwnReasons(db: Db, siteId: string, rows: readonly OwnReasonRow[]): Promise<void> {
  await db.query(
    `INSERT INTO own_reason (site_id, id, label, message, place, retired_at)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::int[], $6::timestamptz[])
     ON CONFLICT (site_id, id) DO UPDATE SET message = excluded.message, place = excluded.place, retired_at = excluded.retired_at`,
    [
      siteId,
      rows.map(({ id }) => id),
      rows.map(({ label }) => label),
      rows.map(({ message }) => message),
      rows.map(({ place }) => place),
      rows.map(({ retiredAt }) => retiredAt?.toISOString() ?? null),
    ],
  )
}
