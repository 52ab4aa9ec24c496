import { JOINTS } from '../../domain/search/words'
import type { Db } from '../connection'

/** The words of a column of text, as they are indexed. Sign by sign: `translate` takes ten times as long, a third of what finding words does. */
export const writeDocument = (body: string) =>
  `to_tsvector('simple', ${[...JOINTS].reduce((text, joint) => `replace(${text}, '${joint}', ' ')`, body)})`

/** Notes which texts are new, for the indexer: one row a transaction, so that ingest hardly feels it. */
export async function noteTexts(db: Db, siteId: string, commentIds: readonly string[]): Promise<void> {
  await db.query('INSERT INTO document_backlog (site_id, comment_ids) VALUES ($1, $2::uuid[])', [siteId, commentIds], 'note-texts')
}

/** So often a text is tried that cannot be indexed. */
const MOST_FAILURES = 3

/** What became of texts that could not be indexed: noted one by one, to find out which it is, or one failed once more, or for the last time. */
export type SetAside = { became: 'parted' | 'failed' | 'left out'; siteId: string; commentIds: string[] }

/**
 * Has those behind them not wait for ever for texts that cannot be indexed: the ones noted first are noted one by one, or, where it is one
 * alone, it is counted, and left out after the third time. Null when nothing waits. Call it with indexing locked.
 */
export async function setFirstNotedAside(db: Db): Promise<SetAside | null> {
  const [first] = await db.query<{ id: number; siteId: string; commentIds: string[]; failures: number }>(
    `SELECT id, site_id AS "siteId", comment_ids AS "commentIds", failures FROM document_backlog
     WHERE failures < ${MOST_FAILURES} ORDER BY id LIMIT 1`,
  )
  if (!first) return null
  const { id, siteId, commentIds, failures } = first
  if (commentIds.length > 1) {
    await db.query('INSERT INTO document_backlog (site_id, comment_ids) SELECT $1, ARRAY[id] FROM unnest($2::uuid[]) id', [
      siteId,
      commentIds,
    ])
    await db.query('DELETE FROM document_backlog WHERE id = $1', [id])
    return { became: 'parted', siteId, commentIds }
  }
  await db.query('UPDATE document_backlog SET failures = failures + 1 WHERE id = $1', [id])
  return { became: failures + 1 < MOST_FAILURES ? 'failed' : 'left out', siteId, commentIds }
}

/** Has the texts tried again that were left out; a later version may be able to. */
export async function retryLeftOut(db: Db): Promise<void> {
  await db.query(`UPDATE document_backlog SET failures = 0 WHERE failures >= ${MOST_FAILURES}`)
}

/** A text whose words were indexed. */
export interface IndexedText {
  siteId: string
  id: string
  body: string
  revision: number
  parentId: string | null
  orderedAt: Date
}

/**
 * Has other indexers wait until the transaction ends: an older text must not be written over a newer one, and two who each see half of a
 * wave see none. Until then all is looked up by indexes: a plan that was made while a table was next to empty is kept, and one that read the
 * table from end to end would read all that a first import has brought by then, for each text.
 */
export async function lockIndexing(db: Db): Promise<void> {
  await db.query(
    `SELECT set_config('enable_seqscan', 'off', true), pg_advisory_xact_lock(hashtextextended('index texts', 0))`,
    [],
    'lock-indexing',
  )
}

/**
 * Indexes the words of the texts noted first, by whole transactions until they come to `limit` texts; what was removed is found no
 * more. Returns how many texts were noted, and those that stand. No comment is locked, so that nobody who decides on one waits for
 * this: a text that is edited or removed meanwhile has been noted again. Call it with indexing locked.
 */
export async function indexNotedTexts(db: Db, limit: number): Promise<{ noted: number; texts: IndexedText[] }> {
  const rows = await db.query<{ noted: number } & (IndexedText | Record<keyof IndexedText, null>)>(
    `WITH first AS MATERIALIZED (
       SELECT id, cardinality(comment_ids) AS texts FROM document_backlog WHERE failures < ${MOST_FAILURES} ORDER BY id LIMIT $1
     ), taken AS (
       DELETE FROM document_backlog WHERE id IN (
         SELECT id FROM (SELECT id, sum(texts) OVER (ORDER BY id) - texts AS before FROM first) summed WHERE before < $1)
       RETURNING site_id, comment_ids
     ), noted AS MATERIALIZED (
       SELECT DISTINCT taken.site_id, u.id FROM taken CROSS JOIN LATERAL unnest(taken.comment_ids) AS u (id)
     ), texts AS MATERIALIZED (
       SELECT noted.site_id, noted.id, c.body, c.revision, c.parent_id, c.ordered_at
       FROM noted CROSS JOIN LATERAL (
         SELECT body, revision, parent_id, ordered_at FROM comment
         WHERE site_id = noted.site_id AND id = noted.id AND status <> 'removed' OFFSET 0) c
     ), gone AS MATERIALIZED (
       SELECT site_id, id FROM noted EXCEPT SELECT site_id, id FROM texts
     ), unwritten AS (
       DELETE FROM comment_document d USING gone WHERE d.site_id = gone.site_id AND d.comment_id = gone.id
     ), ungrouped AS (
       DELETE FROM comment_similarity s USING gone WHERE s.site_id = gone.site_id AND s.comment_id = gone.id
     ), written AS (
       INSERT INTO comment_document (site_id, comment_id, document, ordered_at)
       SELECT site_id, id, ${writeDocument('body')}, ordered_at FROM texts
       ON CONFLICT (site_id, comment_id) DO UPDATE SET document = excluded.document, ordered_at = excluded.ordered_at
     )
     SELECT n.noted, t.site_id AS "siteId", t.id, t.body, t.revision, t.parent_id AS "parentId", t.ordered_at AS "orderedAt"
     FROM (SELECT count(*) AS noted FROM noted) n LEFT JOIN texts t ON true`,
    [limit],
    'index-noted-texts',
  )
  return { noted: rows[0]?.noted ?? 0, texts: rows.flatMap((row) => (row.id === null ? [] : [row])) }
}

/**
 * Indexes texts anew that were indexed another way before, as far as they are indexed otherwise now: of one site, the next `lot` after
 * those of the last time. Returns whether some may be left. Call it with indexing locked. The number stands in the text, or the planner
 * would read all documents for what it thinks are many.
 */
export async function rewriteDocuments(db: Db, lot: number): Promise<boolean> {
  const rows = await db.query(
    `WITH site AS MATERIALIZED (SELECT site_id, after FROM document_rewrite ORDER BY site_id LIMIT 1 FOR UPDATE),
     next AS MATERIALIZED (
       SELECT c.site_id, c.id, c.body FROM site CROSS JOIN LATERAL (
         SELECT site_id, id, body FROM comment WHERE site_id = site.site_id AND id > site.after ORDER BY id LIMIT ${lot}) c
     ), written AS (
       UPDATE comment_document d SET document = ${writeDocument('next.body')}
       FROM next WHERE d.site_id = next.site_id AND d.comment_id = next.id AND next.body ~ '[[:alnum:]][${JOINTS}][[:alnum:]]|[<&]'
     ), moved AS (
       UPDATE document_rewrite r SET after = last.id FROM (SELECT site_id, id FROM next ORDER BY id DESC LIMIT 1) last WHERE r.site_id = last.site_id
     ), done AS (
       DELETE FROM document_rewrite r USING site WHERE r.site_id = site.site_id AND NOT EXISTS (SELECT FROM next)
     )
     SELECT site_id FROM site`,
    [],
    'rewrite-documents',
  )
  return rows.length > 0
}
