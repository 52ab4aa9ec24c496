import type { Db } from './connection'

/** Notes which texts are new, for the indexer: one row a transaction, so that ingest hardly feels it. */
export async function noteTexts(db: Db, siteId: string, commentIds: readonly string[]): Promise<void> {
  await db.query('INSERT INTO document_backlog (site_id, comment_ids) VALUES ($1, $2::uuid[])', [siteId, commentIds], 'note-texts')
}

/**
 * Indexes the words of the texts noted first, those of `batches` transactions at most, and returns of how many it was.
 * Several indexers share the work; one that dies leaves its notes where they were.
 */
export async function indexNotedTexts(db: Db, batches: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `WITH taken AS (
       DELETE FROM document_backlog WHERE id IN (SELECT id FROM document_backlog ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING site_id, comment_ids
     ), noted AS (
       SELECT DISTINCT taken.site_id, u.id FROM taken CROSS JOIN LATERAL unnest(taken.comment_ids) AS u (id)
     ), written AS (
       INSERT INTO comment_document (site_id, comment_id, document, ordered_at)
       SELECT noted.site_id, noted.id, to_tsvector('simple', c.body), c.ordered_at
       FROM noted CROSS JOIN LATERAL (
         SELECT body, ordered_at FROM comment WHERE site_id = noted.site_id AND id = noted.id AND status <> 'removed' FOR SHARE OFFSET 0) c
       ON CONFLICT (site_id, comment_id) DO UPDATE SET document = excluded.document, ordered_at = excluded.ordered_at
     )
     SELECT count(*) AS count FROM taken`,
    [batches],
  )
  return row?.count ?? 0
}
