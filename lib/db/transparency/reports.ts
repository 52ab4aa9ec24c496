import type { ReportReason } from '../../domain/comment'
import type { Db } from '../connection'
import type { Bounds } from './comments'

/** Reports made in some time. Times from a report to its answer in seconds; null without any. */
export interface ReportFacts {
  groups: { reason: ReportReason; outcome: 'acted' | 'kept' | 'settled' | 'open'; count: number }[]
  median: number | null
  p90: number | null
}

// A report's end has the instant of the decision that answered it, which answered as many as were open: one that came in at that very
// instant, to a comment that was settled by then, was closed at once.
const REPORTS = `
  WITH made AS MATERIALIZED (
    SELECT r.reason, CASE WHEN r.resolved_at IS NULL THEN 'open' WHEN d.kind IS NULL THEN 'settled' WHEN d.kind = 'approve' THEN 'kept' ELSE 'acted' END AS outcome,
      CASE WHEN d.kind IS NOT NULL THEN greatest(0, extract(epoch FROM r.resolved_at - r.reported_at))::float8 END AS seconds
    FROM report r
    LEFT JOIN LATERAL (
      SELECT d.kind FROM decision d
      WHERE d.site_id = $1 AND d.comment_id = r.comment_id AND d.decided_at = r.resolved_at AND d.kind IN ('approve', 'reject', 'mark')
        AND (d.after ->> 'openReports')::int = 0 AND (d.before ->> 'openReports')::int > (
          SELECT count(*) FROM report o WHERE o.site_id = $1 AND o.comment_id = r.comment_id AND o.resolved_at = r.resolved_at AND o.id < r.id)
        AND NOT EXISTS (SELECT FROM decision u WHERE u.site_id = $1 AND u.undoes_id = d.id)
      ORDER BY d.id DESC LIMIT 1
    ) d ON true
    WHERE r.site_id = $1 AND r.reported_at >= $2 AND r.reported_at < $3
  )
  SELECT coalesce((SELECT jsonb_agg(g) FROM (SELECT reason, outcome, count(*) AS count FROM made GROUP BY 1, 2) g), '[]') AS groups,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds) AS median, percentile_disc(0.9) WITHIN GROUP (ORDER BY seconds) AS p90
  FROM made`

export async function readReportFacts(db: Db, siteId: string, { from, to }: Bounds): Promise<ReportFacts> {
  const [facts] = await db.query<ReportFacts>(REPORTS, [siteId, from, to])
  if (!facts) throw new Error('An aggregate without GROUP BY gave no row')
  return facts
}
