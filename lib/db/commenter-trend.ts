import type { CommenterPage } from '../contracts/commenter'
import type { Db } from './connection'

const MONTHS = `
  SELECT to_char(m.month, 'YYYY-MM-DD') AS month, count(c.id) AS comments, count(*) FILTER (WHERE c.status = 'rejected') AS rejected,
    count(*) FILTER (WHERE c.status <> 'rejected' AND EXISTS (SELECT 1 FROM mark WHERE mark.site_id = c.site_id AND mark.comment_id = c.id)) AS marked
  FROM generate_series(date_trunc('month', $3::timestamptz AT TIME ZONE 'UTC') - interval '11 months',
    date_trunc('month', $3::timestamptz AT TIME ZONE 'UTC'), interval '1 month') AS m (month)
  LEFT JOIN comment c ON c.site_id = $1 AND c.commenter_id = $2
    AND c.ordered_at >= m.month AT TIME ZONE 'UTC' AND c.ordered_at < (m.month + interval '1 month') AT TIME ZONE 'UTC'
  GROUP BY m.month ORDER BY m.month`

/** What somebody wrote in each of the last twelve months (UTC), and what became of it. */
export async function countByMonth(db: Db, siteId: string, commenterId: string, now: Date): Promise<CommenterPage['months']> {
  return db.query(MONTHS, [siteId, commenterId, now], 'commenter-months')
}
