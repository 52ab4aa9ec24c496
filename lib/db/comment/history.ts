import { StateSnapshot, type HistoryEntry } from '../../contracts/decision'
import type { Db } from '../connection'

/** More decisions on one comment than anybody reads. */
const MAX_ENTRIES = 100

const HISTORY = `
  SELECT d.id, d.kind, d.actor_name AS by, d.actor_kind AS "actorKind", d.decided_at AS at, d.reason, d.note, d.mark,
    d.mark_kind AS "markKind", d.before, d.after, d.undoes_id AS "undoesId",
    EXISTS (SELECT 1 FROM decision u WHERE u.site_id = d.site_id AND u.undoes_id = d.id) AS "isUndone"
  FROM decision d
  WHERE d.site_id = $1 AND d.comment_id = $2
  ORDER BY d.seen_version DESC
  LIMIT ${MAX_ENTRIES}`

type HistoryRecord = Omit<HistoryEntry, 'at' | 'before' | 'after'> & { at: Date; before: unknown; after: unknown }

/** The decisions on a comment, the latest first. Versions give the order: clocks of several servers may not agree. */
export async function listHistory(db: Db, siteId: string, commentId: string): Promise<HistoryEntry[]> {
  const records = await db.query<HistoryRecord>(HISTORY, [siteId, commentId], 'comment-history')
  return records.map((record) => ({
    ...record,
    at: record.at.toISOString(),
    before: StateSnapshot.parse(record.before),
    after: StateSnapshot.parse(record.after),
  }))
}
