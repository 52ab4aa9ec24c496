import type { CommenterData, GivenReport } from '../../contracts/commenter-data'
import type { Db } from '../connection'

/** What is kept of who somebody is; `hasNotes` adds what is for colleagues. Null when the site knows nobody of this id. */
export async function findGivenPerson(
  db: Db,
  siteId: string,
  commenterId: string,
  hasNotes: boolean,
): Promise<CommenterData['commenter'] | null> {
  const [row] = await db.query<{ externalId: string; name: string; knownSince: Date; heldAt: Date | null; heldNote: string | null }>(
    `SELECT external_id AS "externalId", name, created_at AS "knownSince", held_at AS "heldAt", held_note AS "heldNote"
     FROM commenter WHERE site_id = $1 AND id = $2 AND name <> ''`,
    [siteId, commenterId],
  )
  if (!row) return null
  const { externalId, name, knownSince, heldAt, heldNote } = row
  const person = { externalId, name, knownSince: knownSince.toISOString(), heldSince: heldAt?.toISOString() ?? null }
  if (!hasNotes) return person
  const notes = await db.query<{ text: string; at: Date }>(
    `SELECT text, at FROM note WHERE site_id = $1 AND commenter_id = $2 AND text <> '' ORDER BY at, id`,
    [siteId, commenterId],
  )
  return {
    ...person,
    ...(heldNote ? { heldNote } : {}),
    notes: notes.map(({ text, at }) => ({ text, at: at.toISOString() })),
  }
}

/** Reports that the source says were made by somebody, after the one of that id; the next `limit`. */
export async function listReportsBy(
  db: Db,
  siteId: string,
  reporter: string,
  after: string | null,
  limit: number,
): Promise<{ reports: GivenReport[]; last: string | null }> {
  const rows = await db.query<{ id: string; commentExternalId: string; reason: GivenReport['reason']; note: string | null; at: Date }>(
    `SELECT r.id, c.external_id AS "commentExternalId", r.reason, r.note, r.reported_at AS at
     FROM (SELECT * FROM report WHERE site_id = $1 AND reporter = $2 ${after === null ? '' : 'AND id > $4::uuid'} ORDER BY id LIMIT $3) r
     CROSS JOIN LATERAL (SELECT external_id FROM comment WHERE site_id = $1 AND id = r.comment_id LIMIT 1) c ORDER BY r.id`,
    [siteId, reporter, limit, ...(after === null ? [] : [after])],
  )
  const reports = rows.map(({ commentExternalId, reason, note, at }) => ({ commentExternalId, reason, note, at: at.toISOString() }))
  return { reports, last: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
}
