import type { Db } from './connection'

/** One number about one comment. `reason` is JSON text, null where the scorer explains it when asked. */
export interface ScoreRow {
  commentId: string
  scorer: string
  attribute: string
  value: number
  scorerVersion: string
  reason: string | null
}

export async function insertScores(db: Db, siteId: string, scores: readonly ScoreRow[], scoredAt: Date): Promise<void> {
  await db.query(
    `INSERT INTO score (site_id, comment_id, scorer, attribute, value, scorer_version, reason, scored_at)
     SELECT $1, s.comment_id, s.scorer, s.attribute, s.value, s.version, s.reason::jsonb, $8
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::real[], $6::text[], $7::text[])
       AS s (comment_id, scorer, attribute, value, version, reason)`,
    [
      siteId,
      scores.map((s) => s.commentId),
      scores.map((s) => s.scorer),
      scores.map((s) => s.attribute),
      scores.map((s) => s.value),
      scores.map((s) => s.scorerVersion),
      scores.map((s) => s.reason),
      scoredAt,
    ],
    'insert-scores',
  )
}

/** Removes what was measured on the texts these comments had. */
export async function deleteScores(db: Db, siteId: string, commentIds: readonly string[]): Promise<void> {
  await db.query('DELETE FROM score WHERE site_id = $1 AND comment_id = ANY($2::uuid[])', [siteId, commentIds])
}
