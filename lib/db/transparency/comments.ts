import type { Db } from '../connection'

/** A stretch of time, up to (not with) its end. */
export interface Bounds {
  from: Date
  to: Date
}

/** What came of the comments that were written in some time. Waits in milliseconds, null without any. */
export interface CommentFacts {
  received: number
  held: number
  /** By a rule of the newsroom's own, as they came. */
  rejected: number
  /** Deleted before they came: nothing has happened to them since. */
  gone: number
  deleted: number
  decided: number
  median: number | null
  p90: number | null
  withinHour: number
  withinDay: number
}

// Read along the order of lists, never from end to end: whoever asks sees to that (readReportFacts).
const COMMENTS = `
  SELECT count(*) AS received, count(*) FILTER (WHERE status = 'removed' AND version = 1) AS gone,
    count(*) FILTER (WHERE findings @> '[{"outcome": "hold"}]' AND NOT (status = 'removed' AND version = 1)) AS held,
    count(*) FILTER (WHERE findings @> '[{"outcome": "reject"}]' AND NOT (status = 'removed' AND version = 1)) AS rejected,
    count(*) FILTER (WHERE status = 'removed') AS deleted, count(wait) AS decided,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY wait) AS median, percentile_disc(0.9) WITHIN GROUP (ORDER BY wait) AS p90,
    count(*) FILTER (WHERE wait < 3600000) AS "withinHour", count(*) FILTER (WHERE wait < 86400000) AS "withinDay"
  FROM (
    SELECT status, version, findings, CASE WHEN status <> 'removed' THEN wait_ms END AS wait
    FROM comment WHERE site_id = $1 AND ordered_at >= $2 AND ordered_at < $3
  ) written`

export async function readCommentFacts(db: Db, siteId: string, { from, to }: Bounds): Promise<CommentFacts> {
  const [facts] = await db.query<CommentFacts>(COMMENTS, [siteId, from, to])
  if (!facts) throw new Error('An aggregate without GROUP BY gave no row')
  return facts
}

/** Whether the site has ever got one. */
export async function hasAnyComment(db: Db, siteId: string): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM comment WHERE site_id = $1 ORDER BY id LIMIT 1', [siteId], 'any-comment')
  return rows.length > 0
}
