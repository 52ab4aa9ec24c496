import type { Db } from '../connection'

/** One number about one comment. `reason` is JSON text, null where the scorer explains it when asked. */
export interface ScoreRow {
  commentId: string
  /** A name without a space, as is `attribute`: together they are the number's key. */
  scorer: string
  attribute: string
  value: number
  scorerVersion: string
  reason: string | null
}

/**
 * Keeps numbers about comments, a row a comment; the view `score` gives them one by one. A number that the comment has
 * already, by the same scorer and of the same attribute, is replaced; its others stay.
 */
export async function insertScores(db: Db, siteId: string, scores: readonly ScoreRow[], scoredAt: Date): Promise<void> {
  const { ids, texts } = joinByComment(scores)
  await db.query(
    `INSERT INTO comment_scores (site_id, comment_id, scores, scored_at)
     SELECT $1, s.comment_id, s.scores::jsonb, $4 FROM unnest($2::uuid[], $3::text[]) AS s (comment_id, scores)
     ON CONFLICT (site_id, comment_id) DO UPDATE SET scores = comment_scores.scores || excluded.scores, scored_at = excluded.scored_at`,
    [siteId, ids, texts, scoredAt],
    'insert-scores',
  )
}

/** The numbers of each comment as one JSON object. */
function joinByComment(scores: readonly ScoreRow[]): { ids: string[]; texts: string[] } {
  const entries = new Map<string, string[]>()
  for (const score of scores) {
    const known = entries.get(score.commentId)
    if (known) known.push(toEntry(score))
    else entries.set(score.commentId, [toEntry(score)])
  }
  return { ids: [...entries.keys()], texts: Array.from(entries.values(), (list) => `{${list.join()}}`) }
}

function toEntry({ scorer, attribute, value, scorerVersion, reason }: ScoreRow): string {
  const known = `${value},${JSON.stringify(scorerVersion)}`
  return `${JSON.stringify(`${scorer} ${attribute}`)}:[${reason === null ? known : `${known},${reason}`}]`
}

/** Removes what was measured on the texts these comments had. */
export async function deleteScores(db: Db, siteId: string, commentIds: readonly string[]): Promise<void> {
  await db.query('DELETE FROM comment_scores WHERE site_id = $1 AND comment_id = ANY($2::uuid[])', [siteId, commentIds])
}
