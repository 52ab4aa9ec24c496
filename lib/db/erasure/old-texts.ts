import type { Db } from '../connection'

/** Why a text may be erased though nobody asked for it: its comment was deleted at its source, or rejected, long ago. */
export type OldText = 'removed' | 'rejected'

// A comment may have been decided on again since it was rejected, and an open appeal is to be answered with the text at hand.
const DUE: Record<OldText, string> = {
  removed: 'c.removed_at < $2 AND c.removed_at IS NOT NULL AND c.erased_at IS NULL',
  rejected: `c.status = 'rejected'::comment_status AND c.erased_at IS NULL AND c.ordered_at < $2 AND c.received_at < $2 AND c.appealed_at IS NULL
    AND coalesce((SELECT d.decided_at FROM decision d WHERE d.site_id = $1 AND d.comment_id = c.id ORDER BY d.id DESC LIMIT 1) < $2, true)`,
}
const ORDER: Record<OldText, string> = { removed: 'c.removed_at', rejected: 'c.ordered_at' }

/** Comments whose texts are due since `before`, with their discussions; some of `among` only, where that is given. */
export async function listOldTexts(
  db: Db,
  siteId: string,
  why: OldText,
  { before, among, limit }: { before: Date; among?: readonly string[]; limit: number },
): Promise<{ id: string; articleId: string }[]> {
  const within = among === undefined ? '' : 'AND c.id = ANY($4::uuid[])'
  return db.query(
    `SELECT c.id, c.article_id AS "articleId" FROM comment c WHERE c.site_id = $1 AND ${DUE[why]} ${within} ORDER BY ${ORDER[why]} LIMIT $3`,
    [siteId, before, limit, ...(among === undefined ? [] : [among])],
  )
}
