import type { ReportReason } from '../../domain/comment'
import type { ReporterRecord } from '../../domain/priority'
import type { Db } from '../connection'

interface ReportRow {
  id: string
  commentId: string
  externalId: string
  reporter: string | null
  reason: ReportReason
  note: string | null
  reportedAt: Date
  resolvedAt: Date | null
}

/** False when the site has a report of that external id already. */
export async function insertReport(db: Db, siteId: string, report: ReportRow): Promise<boolean> {
  const { id, commentId, externalId, reporter, reason, note, reportedAt, resolvedAt } = report
  const rows = await db.query(
    `INSERT INTO report (site_id, id, comment_id, external_id, reporter, reason, note, reported_at, resolved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (site_id, external_id) DO NOTHING RETURNING id`,
    [siteId, id, commentId, externalId, reporter, reason, note, reportedAt, resolvedAt],
  )
  return rows.length === 1
}

export async function findReport(
  db: Db,
  siteId: string,
  externalId: string,
): Promise<{ id: string; commentId: string; isResolved: boolean } | null> {
  const [row] = await db.query<{ id: string; commentId: string; isResolved: boolean }>(
    `SELECT id, comment_id AS "commentId", resolved_at IS NOT NULL AS "isResolved" FROM report WHERE site_id = $1 AND external_id = $2`,
    [siteId, externalId],
  )
  return row ?? null
}

/** One more open report on a comment, with its weight. Not a new version: what people decide on has not changed. */
export async function countOpenReport(db: Db, siteId: string, commentId: string, weight: number): Promise<void> {
  await db.query(
    `UPDATE comment SET open_reports = open_reports + 1, report_weight = CASE WHEN open_reports = 0 THEN 0 ELSE report_weight END + $3::real
     WHERE site_id = $1 AND id = $2`,
    [siteId, commentId, weight],
  )
}

const RECORD = `
  SELECT count(*) FILTER (WHERE upheld) AS upheld, count(*) FILTER (WHERE NOT upheld) AS dismissed FROM (
    SELECT c.status = 'rejected' OR EXISTS (SELECT 1 FROM mark m WHERE m.site_id = r.site_id AND m.comment_id = r.comment_id) AS upheld
    FROM report r
    CROSS JOIN LATERAL (SELECT status FROM comment WHERE site_id = r.site_id AND id = r.comment_id LIMIT 1) c
    WHERE r.site_id = $1 AND r.reporter = $2 AND r.resolved_at IS NOT NULL AND c.status <> 'removed'
    ORDER BY r.reported_at DESC LIMIT 50
  ) latest`

/** What moderators made of the last fifty complaints of a reader that were answered. */
export async function readReporterRecord(db: Db, siteId: string, reporter: string): Promise<ReporterRecord> {
  const [row] = await db.query<ReporterRecord>(RECORD, [siteId, reporter], 'reporter-record')
  return row ?? { upheld: 0, dismissed: 0 }
}
