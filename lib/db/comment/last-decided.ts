import { StateSnapshot } from '../../contracts/decision'
import type { CommentContext } from '../../contracts/queue'
import type { Db } from '../connection'
import { SHOWN_BODY } from './comment-read'
import { IS_HARSH } from './harsh-text'
import { excerptOf } from './excerpt'

/** What is told of one commenter, out of so many of their latest comments. */
const MAX_TOLD = 3
const AMONG = 30
/** The list has one line for the text. */
const EXCERPT = 120

// Of each comment the decision that stands: the latest that was not taken back.
const LATEST = `
  SELECT c.id AS "commentId", ${excerptOf(SHOWN_BODY, EXCERPT)} AS excerpt, ${IS_HARSH} AS "isHarsh", d.*
  FROM (
    SELECT id, body, status, suggested_uncivil, marked_uncivil, reviewed_at FROM comment
    WHERE site_id = $1 AND commenter_id = $2 ORDER BY ordered_at DESC LIMIT ${AMONG}
  ) c
  CROSS JOIN LATERAL (
    SELECT kind, actor_name AS by, reason, mark, mark_kind AS "markKind", after, decided_at AS at FROM decision d
    WHERE site_id = $1 AND comment_id = c.id AND kind IN ('approve', 'reject', 'mark') AND actor_kind IN ('user', 'api_key')
      AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.site_id = $1 AND u.undoes_id = d.id)
    ORDER BY seen_version DESC LIMIT 1
  ) d
  WHERE c.reviewed_at IS NOT NULL AND c.id <> $3
  ORDER BY d.at DESC, c.id DESC LIMIT ${MAX_TOLD}`

type LastDecided = CommentContext['lastDecided'][number]

/** What people decided last on other comments of who wrote this one, the latest first; looked for among their latest comments. */
export async function listLastDecided(db: Db, siteId: string, commenterId: string, exceptId: string): Promise<LastDecided[]> {
  const records = await db.query<Omit<LastDecided, 'at' | 'after'> & { at: Date; after: unknown }>(
    LATEST,
    [siteId, commenterId, exceptId],
    'last-decided',
  )
  return records.map((record) => ({ ...record, at: record.at.toISOString(), after: StateSnapshot.parse(record.after) }))
}
