import type { Db } from '../connection'

interface RevisionRow {
  commentId: string
  number: number
  body: string
  sourceRevision: number
}

/** Keeps texts that were replaced. */
export async function insertRevisions(db: Db, siteId: string, revisions: readonly RevisionRow[], replacedAt: Date): Promise<void> {
  await db.query(
    `INSERT INTO comment_revision (site_id, comment_id, number, body, source_revision, replaced_at)
     SELECT $1, r.comment_id, r.number, r.body, r.source_revision, $6
     FROM unnest($2::uuid[], $3::int[], $4::text[], $5::bigint[]) AS r (comment_id, number, body, source_revision)`,
    [
      siteId,
      revisions.map((r) => r.commentId),
      revisions.map((r) => r.number),
      revisions.map((r) => r.body),
      revisions.map((r) => r.sourceRevision),
      replacedAt,
    ],
  )
}
