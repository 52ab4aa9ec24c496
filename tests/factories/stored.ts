import { DatabaseError } from 'pg'
import { getDb } from '@/lib/db/connection'

/** A comment as it stands in the tables, for assertions. */
interface StoredRow {
  externalId: string
  parent: string | null
  awaited: string | null
  depth: number
  body: string
  status: string
  version: number
  revision: number
  sourceRevision: number
  isReviewed: boolean
  openReports: number
  commenter: string | null
}

/** All comments of a site by external id. */
export async function readComments(site: { id: string }): Promise<Record<string, StoredRow>> {
  const rows = await getDb().query<StoredRow>(
    `SELECT c.external_id AS "externalId", p.external_id AS parent, c.parent_external_id AS awaited, c.depth, c.body, c.status, c.version, c.revision,
       c.source_revision AS "sourceRevision", c.reviewed_at IS NOT NULL AS "isReviewed", c.open_reports AS "openReports", w.name AS commenter
     FROM comment c LEFT JOIN comment p ON p.id = c.parent_id LEFT JOIN commenter w ON w.id = c.commenter_id
     WHERE c.site_id = $1 ORDER BY c.external_id`,
    [site.id],
  )
  return Object.fromEntries(rows.map((row) => [row.externalId, row]))
}

/** The texts a comment had before, the oldest first. */
export async function readRevisions(
  site: { id: string },
  externalId: string,
): Promise<{ number: number; body: string; sourceRevision: number }[]> {
  return getDb().query(
    `SELECT r.number, r.body, r.source_revision AS "sourceRevision" FROM comment_revision r JOIN comment c ON c.id = r.comment_id
     WHERE c.site_id = $1 AND c.external_id = $2 ORDER BY r.number`,
    [site.id, externalId],
  )
}

/** What the database says of a comment that another request has stored a moment ago. */
export const STORED_TWICE = Object.assign(new DatabaseError('duplicate key', 0, 'error'), {
  code: '23505',
  constraint: 'comment_site_id_external_id_key',
})
