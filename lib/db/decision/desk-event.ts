import type { DeskDecision } from '../../contracts/teamwork'
import type { Db } from '../connection'

const PAGE = `
  SELECT e.position, d.comment_id AS "commentId", d.seen_version + 1 AS version, d.actor_name AS by, d.actor_id AS "byId", d.kind, d.reason, d.mark,
    d.mark_kind AS "markKind", d.after ->> 'status' AS status, d.decided_at AS at
  FROM feed_entry e
  CROSS JOIN LATERAL (SELECT * FROM decision WHERE site_id = e.site_id AND id = e.decision_id LIMIT 1) d
  WHERE e.site_id = $1 AND e.position > $2 ORDER BY e.position LIMIT $3`

/** The decisions after a position of the feed, in order, as the desk is told of them; null for those on a discussion, which may be an alert, or a call for moderators or its end. */
export async function listDeskDecisions(
  db: Db,
  siteId: string,
  after: number,
  limit: number,
): Promise<{ position: number; decision: DeskDecision | null; isOfDiscussion: boolean }[]> {
  const rows = await db.query<Omit<DeskDecision, 'at' | 'commentId'> & { commentId: string | null; position: number; at: Date }>(
    PAGE,
    [siteId, after, limit],
    'desk-decisions',
  )
  return rows.map(({ position, at, commentId, ...decision }) => ({
    position,
    isOfDiscussion: commentId === null,
    decision: commentId === null ? null : { ...decision, commentId, at: at.toISOString() },
  }))
}
