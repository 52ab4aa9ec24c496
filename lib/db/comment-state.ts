import type { StateSnapshot } from '../contracts/decision'
import type { CommentStatus, UncivilKind } from '../domain/comment'
import type { Db } from './connection'

/**
 * What decisions read and change, as columns of the comment `c`. The marks are scalar subqueries, which are looked up by
 * key for each row; an EXISTS may be hashed instead, by reading the whole table.
 */
export const STATE_COLUMNS = `
  c.status, c.suggested_off_topic, c.suggested_uncivil, c.suggested_uncivil_kind, c.open_reports,
  c.reviewed_at IS NOT NULL AS is_reviewed,
  coalesce((SELECT true FROM mark m WHERE m.site_id = c.site_id AND m.comment_id = c.id AND m.mark = 'off_topic'), false) AS is_off_topic,
  (SELECT m.kind FROM mark m WHERE m.site_id = c.site_id AND m.comment_id = c.id AND m.mark = 'uncivil') AS uncivil_kind`

export interface StateRecord {
  status: CommentStatus
  suggested_off_topic: number | null
  suggested_uncivil: number | null
  suggested_uncivil_kind: UncivilKind | null
  open_reports: number
  is_reviewed: boolean
  is_off_topic: boolean
  uncivil_kind: UncivilKind | null
}

/** The state that those columns hold. */
export function toState(record: StateRecord): StateSnapshot {
  const { suggested_uncivil: score, suggested_uncivil_kind: kind } = record
  return {
    status: record.status,
    marks: { offTopic: record.is_off_topic, uncivil: record.uncivil_kind },
    suggestions: { offTopic: record.suggested_off_topic, uncivil: score === null || kind === null ? null : { score, kind } },
    openReports: record.open_reports,
    isReviewed: record.is_reviewed,
  }
}

const CURRENT = `SELECT c.version, ${STATE_COLUMNS} FROM comment c WHERE c.site_id = $1 AND c.id = $2`

/** A comment's state and the version it belongs to; null when the site has no such comment. */
export async function findCommentState(db: Db, siteId: string, id: string): Promise<{ version: number; state: StateSnapshot } | null> {
  const [record] = await db.query<StateRecord & { version: number }>(CURRENT, [siteId, id], 'comment-state')
  return record ? { version: record.version, state: toState(record) } : null
}
