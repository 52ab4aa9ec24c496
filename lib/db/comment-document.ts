import type { Db } from './connection'
import { selectRows, toRow, type CommentRow, type RowRecord } from './comment-read'

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
       INSERT INTO comment_document (site_id, comment_id, document)
       SELECT noted.site_id, noted.id, to_tsvector('simple', c.body)
       FROM noted CROSS JOIN LATERAL (SELECT body FROM comment WHERE site_id = noted.site_id AND id = noted.id OFFSET 0) c
       ON CONFLICT (site_id, comment_id) DO UPDATE SET document = excluded.document
     )
     SELECT count(*) AS count FROM taken`,
    [batches],
  )
  return row?.count ?? 0
}

// The hits are sorted and cut before anything is joined: asked for the newest fifty directly, the planner walks the whole
// site by age instead of using the index.
const HITS = `
  SELECT c.* FROM (
    SELECT id FROM (
      SELECT c.id, c.ordered_at FROM comment_document d
      CROSS JOIN LATERAL (SELECT id, ordered_at FROM comment WHERE site_id = d.site_id AND id = d.comment_id AND status <> 'removed' OFFSET 0) c
      WHERE d.site_id = $1 AND d.document @@ websearch_to_tsquery('simple', $2) OFFSET 0
    ) hit ORDER BY ordered_at DESC, id DESC LIMIT $3
  ) hit CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = hit.id LIMIT 1) c`

/** The newest comments with these words: `"exact phrase"`, `or` and `-word` as in a web search. */
export async function searchComments(db: Db, siteId: string, words: string, limit: number): Promise<CommentRow[]> {
  const records = await db.query<RowRecord>(selectRows(HITS, 'ORDER BY c.ordered_at DESC, c.id DESC'), [siteId, words, limit])
  return records.map((record) => toRow(record).row)
}
