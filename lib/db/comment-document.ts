import type { Db } from './connection'

/** Notes which texts are new, for the indexer: one row a transaction, so that ingest hardly feels it. */
export async function noteTexts(db: Db, siteId: string, commentIds: readonly string[]): Promise<void> {
  await db.query('INSERT INTO document_backlog (site_id, comment_ids) VALUES ($1, $2::uuid[])', [siteId, commentIds], 'note-texts')
}

/** A text whose words were indexed. */
export interface IndexedText {
  siteId: string
  id: string
  body: string
  revision: number
  orderedAt: Date
}

/**
 * Indexes the words of the texts noted first, those of `batches` transactions at most; returns of how many it was, and the
 * texts. Several indexers share the work; one that dies leaves its notes where they were. Until the transaction ends, nobody
 * changes the texts.
 */
export async function indexNotedTexts(db: Db, batches: number): Promise<{ taken: number; texts: IndexedText[] }> {
  const rows = await db.query<{ taken: number } & (IndexedText | Record<keyof IndexedText, null>)>(
    `WITH taken AS (
       DELETE FROM document_backlog WHERE id IN (SELECT id FROM document_backlog ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING site_id, comment_ids
     ), noted AS (
       SELECT DISTINCT taken.site_id, u.id FROM taken CROSS JOIN LATERAL unnest(taken.comment_ids) AS u (id)
     ), texts AS MATERIALIZED (
       SELECT noted.site_id, noted.id, c.body, c.revision, c.ordered_at
       FROM noted CROSS JOIN LATERAL (
         SELECT body, revision, ordered_at FROM comment
         WHERE site_id = noted.site_id AND id = noted.id AND status <> 'removed' FOR SHARE OFFSET 0) c
     ), written AS (
       INSERT INTO comment_document (site_id, comment_id, document, ordered_at)
       SELECT site_id, id, to_tsvector('simple', body), ordered_at FROM texts
       ON CONFLICT (site_id, comment_id) DO UPDATE SET document = excluded.document, ordered_at = excluded.ordered_at
     )
     SELECT n.taken, t.site_id AS "siteId", t.id, t.body, t.revision, t.ordered_at AS "orderedAt"
     FROM (SELECT count(*) AS taken FROM taken) n LEFT JOIN texts t ON true`,
    [batches],
  )
  return { taken: rows[0]?.taken ?? 0, texts: rows.flatMap((row) => (row.id === null ? [] : [row])) }
}
