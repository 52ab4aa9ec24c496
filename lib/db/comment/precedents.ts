import type { Precedent, Precedents } from '../../contracts/queue'
import type { CommentStatus, Marks } from '../../domain/comment'
import { outcomeOf } from '../../domain/precedents'
import type { Db } from '../connection'
import { firstIdOf, nearByBand } from './similarity'

/** More than these nobody reads. */
const MAX_LATEST = 5

// What is not settled by a person has no `reviewed_at`, and here no decision; what settled it is the last one of theirs.
const PRECEDENTS = `
  SELECT c.id, c.status, c.marked_off_topic AS "offTopic", c.marked_uncivil AS uncivil, w.name AS "commenterName", a.id AS "articleId", a.title,
    d.actor_name AS by, d.reason, d.decided_at AS at
  FROM (${nearByBand((band) => `(SELECT hash, band_${band} FROM comment_similarity WHERE site_id = $1 AND comment_id = $4)`)}) near
  JOIN comment c ON c.site_id = $1 AND c.id = near.comment_id AND c.id <> $4 AND c.status <> 'removed'
  JOIN article a ON a.site_id = $1 AND a.id = c.article_id
  LEFT JOIN commenter w ON w.site_id = $1 AND w.id = c.commenter_id
  LEFT JOIN LATERAL (
    SELECT actor_name, reason, decided_at FROM decision
    WHERE site_id = $1 AND comment_id = c.id AND actor_kind = 'user' AND kind IN ('approve', 'reject', 'mark', 'clear_mark', 'undo')
    ORDER BY seen_version DESC LIMIT 1) d ON c.reviewed_at IS NOT NULL
  ORDER BY d.decided_at DESC, c.id`

interface AlikeRecord extends Marks, Pick<Precedent, 'id' | 'commenterName' | 'reason'> {
  status: CommentStatus
  articleId: string
  title: string
  /** Null, like `at`, while nobody has decided. */
  by: string | null
  at: Date | null
}

type DecidedRecord = AlikeRecord & { by: string; at: Date }

/**
 * What people decided on the comments that came in since `since` and differ from this one in `bits` bits at most, as long as it is kept
 * what texts are like (lib/services/wave/purge.ts).
 */
export async function findPrecedents(
  db: Db,
  siteId: string,
  commentId: string,
  { since, bits }: { since: Date; bits: number },
): Promise<Precedents> {
  const found = await db.query<AlikeRecord>(PRECEDENTS, [siteId, firstIdOf(since), bits, commentId], 'precedents')
  const decided = found.filter((record): record is DecidedRecord => record.by !== null && record.at !== null)
  const counts = { kept: 0, marked: 0, rejected: 0 }
  for (const record of decided) counts[outcomeOf(toState(record))] += 1
  const waiting = found.filter((record) => record.by === null).map((record) => record.id)
  return { counts, latest: decided.slice(0, MAX_LATEST).map(toPrecedent), waiting }
}

const toState = ({ status, offTopic, uncivil }: AlikeRecord) => ({ status, marks: { offTopic, uncivil } })

function toPrecedent(record: DecidedRecord): Precedent {
  const { id, commenterName, by, reason, articleId, title, at } = record
  const { status, marks } = toState(record)
  return { id, commenterName, by, reason, status, marks, article: { id: articleId, title }, at: at.toISOString() }
}
