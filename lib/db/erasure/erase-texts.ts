import type { Db } from '../connection'

/**
 * What is said of comments in words, beside the comments themselves, and all that is derived from their texts: either it goes, or its words
 * do (docs/decisions/0040 says of each table why). Each statement has the site as $1 and the comments as $2.
 */
const STATEMENTS = [
  'DELETE FROM comment_revision WHERE site_id = $1 AND comment_id = ANY($2::uuid[])',
  'DELETE FROM comment_document WHERE site_id = $1 AND comment_id = ANY($2::uuid[])',
  'DELETE FROM comment_similarity WHERE site_id = $1 AND comment_id = ANY($2::uuid[])',
  'DELETE FROM late_score_task WHERE site_id = $1 AND comment_id = ANY($2::uuid[])',
  'DELETE FROM scorer_task WHERE site_id = $1 AND comment_id = ANY($2::uuid[])',
  'DELETE FROM claim WHERE site_id = $1 AND comment_id = ANY($2::uuid[])',
  'DELETE FROM assignment WHERE site_id = $1 AND comment_id = ANY($2::uuid[])',
  // The figures stay. Reasons quote, and what a scorer outside calls its version is in its own words.
  `UPDATE comment_scores SET scores = (SELECT coalesce(jsonb_object_agg(e.name, jsonb_build_array(e.score -> 0, '')), '{}') FROM jsonb_each(scores) AS e (name, score))
    WHERE site_id = $1 AND comment_id = ANY($2::uuid[])`,
  'UPDATE report SET note = NULL WHERE site_id = $1 AND comment_id = ANY($2::uuid[]) AND note IS NOT NULL',
  `UPDATE appeal SET statement = '' WHERE site_id = $1 AND comment_id = ANY($2::uuid[])`,
  `UPDATE note SET text = '' WHERE site_id = $1 AND comment_id = ANY($2::uuid[])`,
  'UPDATE decision SET note = NULL WHERE site_id = $1 AND comment_id = ANY($2::uuid[]) AND note IS NOT NULL',
  `UPDATE batch SET act = jsonb_set(act, '{note}', 'null') WHERE site_id = $1 AND act ->> 'note' IS NOT NULL AND id IN (
    SELECT batch_id FROM decision WHERE site_id = $1 AND comment_id = ANY($2::uuid[]) AND batch_id IS NOT NULL)`,
  `UPDATE batch SET act = jsonb_set(act, '{note}', 'null') WHERE site_id = $1 AND state = 'draft' AND act ->> 'note' IS NOT NULL
    AND EXISTS (SELECT FROM batch_item i WHERE i.site_id = $1 AND i.batch_id = batch.id AND i.comment_id = ANY($2::uuid[]))`,
]

/**
 * Erases the texts of comments, in lots of some hundred: their bodies, and all that says or tells what stood there. What became of them
 * stays, in status, marks, decisions and figures. Call it with indexing and the comments locked, or a text that somebody has read
 * already would be written down again.
 */
export async function eraseTexts(db: Db, siteId: string, ids: readonly string[], at: Date): Promise<void> {
  await Promise.all([
    ...STATEMENTS.map((text) => db.query(text, [siteId, ids])),
    db.query(
      `UPDATE comment SET body = '', findings = '[]', erased_at = $3, version = version + 1 WHERE site_id = $1 AND id = ANY($2::uuid[])`,
      [siteId, ids, at],
    ),
  ])
}
