import type { StateSnapshot } from '../../contracts/decision'
import type { CommentStatus, UncivilKind } from '../../domain/comment'
import type { Db } from '../connection'

/** What decisions read and change, of the comment `c`; its marks are carried on it (docs/decisions/0012). */
export const STATE = {
  status: 'c.status',
  suggested_off_topic: 'c.suggested_off_topic',
  suggested_uncivil: 'c.suggested_uncivil',
  suggested_uncivil_kind: 'c.suggested_uncivil_kind',
  open_reports: 'c.open_reports',
  is_reviewed: 'c.reviewed_at IS NOT NULL',
  is_off_topic: 'c.marked_off_topic',
  uncivil_kind: 'c.marked_uncivil',
} satisfies Record<keyof StateRecord, string>

/** The same as columns. */
export const STATE_COLUMNS = Object.entries(STATE)
  .map(([name, sql]) => `${sql} AS ${name}`)
  .join(', ')

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

const CURRENT = `
  SELECT c.id, c.version, c.erased_at IS NOT NULL AS "isErased", ${STATE_COLUMNS} FROM unnest($2::uuid[]) AS asked (id)
  CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = asked.id LIMIT 1) c`

/** A comment's state and the version it belongs to. */
export interface VersionedState {
  version: number
  /** Whether its text was erased, so that nobody can decide on it; left out where that is not known. */
  isErased?: boolean
  state: StateSnapshot
}

/** The states of comments by their id; what the site does not have is left out. */
export async function findCommentStates(db: Db, siteId: string, ids: readonly string[]): Promise<Map<string, VersionedState>> {
  const records = await db.query<StateRecord & { id: string; version: number; isErased: boolean }>(CURRENT, [siteId, ids], 'comment-states')
  return new Map(records.map((record) => [record.id, { version: record.version, isErased: record.isErased, state: toState(record) }]))
}

/** A comment's state and its version; null when the site has no such comment. */
export async function findCommentState(db: Db, siteId: string, id: string): Promise<VersionedState | null> {
  return (await findCommentStates(db, siteId, [id])).get(id) ?? null
}
