import type { HistoryEntry } from '../../contracts/decision'
import type { Db } from '../connection'

/** What happened to a comment last. */
export interface LastChange {
  version: number
  revision: number
  receivedAt: Date
  /** When an edit replaced its text the last time. */
  editedAt: Date | null
  decision: { by: string; actorId: string | null; kind: HistoryEntry['kind']; at: Date; seenVersion: number } | null
}

const LAST = `
  SELECT c.version, c.revision, c.received_at, d.actor_name, d.actor_id, d.kind, d.decided_at, d.seen_version,
    (SELECT max(r.replaced_at) FROM comment_revision r WHERE r.site_id = c.site_id AND r.comment_id = c.id) AS edited_at
  FROM comment c
  LEFT JOIN LATERAL (
    SELECT actor_name, actor_id, kind, decided_at, seen_version FROM decision
    WHERE site_id = c.site_id AND comment_id = c.id ORDER BY seen_version DESC LIMIT 1
  ) d ON true
  WHERE c.site_id = $1 AND c.id = $2`

interface LastRecord {
  version: number
  revision: number
  received_at: Date
  edited_at: Date | null
  actor_name: string | null
  actor_id: string | null
  kind: HistoryEntry['kind'] | null
  decided_at: Date | null
  seen_version: number | null
}

/** The comment's version with the latest decision and edit; null when the site has no such comment. */
export async function findLastChange(db: Db, siteId: string, commentId: string): Promise<LastChange | null> {
  const [record] = await db.query<LastRecord>(LAST, [siteId, commentId], 'last-change')
  if (!record) return null
  const { actor_name: by, kind, decided_at: at, seen_version: seenVersion } = record
  const isDecided = by !== null && kind !== null && at !== null && seenVersion !== null
  return {
    version: record.version,
    revision: record.revision,
    receivedAt: record.received_at,
    editedAt: record.edited_at,
    decision: isDecided ? { by, actorId: record.actor_id, kind, at, seenVersion } : null,
  }
}
