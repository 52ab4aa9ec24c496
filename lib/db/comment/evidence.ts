import { ScoreReason } from '../../contracts/score'
import type { CommentContext } from '../../contracts/queue'
import type { Db } from '../connection'

/** The most a pane shows of each. */
const MAX_ROWS = 100

const REVISIONS = `
  SELECT number, body, replaced_at FROM comment_revision
  WHERE site_id = $1 AND comment_id = $2 ORDER BY number DESC LIMIT ${MAX_ROWS}`

/** A comment's older texts, newest first. */
export async function listRevisions(db: Db, siteId: string, commentId: string): Promise<CommentContext['revisions']> {
  const records = await db.query<{ number: number; body: string; replaced_at: Date }>(REVISIONS, [siteId, commentId], 'comment-revisions')
  return records.map(({ number, body, replaced_at: replacedAt }) => ({ number, body, replacedAt: replacedAt.toISOString() }))
}

const SCORES = `
  SELECT scorer, scorer_version AS version, attribute, value, reason FROM score
  WHERE site_id = $1 AND comment_id = $2 ORDER BY value DESC, attribute, scorer LIMIT ${MAX_ROWS}`

interface StoredScore extends Omit<CommentContext['scores'][number], 'reason'> {
  /** Null: the scorer explains it when asked. */
  reason: ScoreReason | null
}

/** The machines' numbers about a comment's current text with what is behind them, the highest first. */
export async function listScores(db: Db, siteId: string, commentId: string): Promise<StoredScore[]> {
  const records = await db.query<Omit<StoredScore, 'reason'> & { reason: unknown }>(SCORES, [siteId, commentId], 'comment-scores')
  return records.map((record) => ({ ...record, reason: record.reason === null ? null : ScoreReason.parse(record.reason) }))
}

const REPORTS = `
  SELECT id, reason, note, reporter, reported_at, resolved_at IS NOT NULL AS "isResolved" FROM report
  WHERE site_id = $1 AND comment_id = $2 ORDER BY reported_at DESC, id DESC LIMIT ${MAX_ROWS}`

type ReportRecord = Omit<CommentContext['reports'][number], 'reportedAt'> & { reported_at: Date }

/** Readers' complaints about a comment, the latest first. */
export async function listReports(db: Db, siteId: string, commentId: string): Promise<CommentContext['reports']> {
  const records = await db.query<ReportRecord>(REPORTS, [siteId, commentId], 'comment-reports')
  return records.map(({ reported_at: reportedAt, ...report }) => ({ ...report, reportedAt: reportedAt.toISOString() }))
}
