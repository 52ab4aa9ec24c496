import type { Db } from '../connection'

/** Those of these comments under which replies are closed: on the comment itself or on one above it, however far. */
export async function listClosedAbove(db: Db, siteId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{ id: string }>(
    `WITH RECURSIVE above AS (
       SELECT c.id AS asked, c.parent_id, c.replies_closed_at FROM unnest($2::uuid[]) AS given (id)
       CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = given.id OFFSET 0) c
       UNION ALL
       SELECT a.asked, c.parent_id, c.replies_closed_at FROM above a
       CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = a.parent_id OFFSET 0) c
       WHERE a.replies_closed_at IS NULL
     )
     SELECT DISTINCT asked AS id FROM above WHERE replies_closed_at IS NOT NULL`,
    [siteId, ids],
    'closed-above',
  )
  return new Set(rows.map(({ id }) => id))
}
