import type { AppealVerdict } from '../../domain/appeals'
import type { AlertMeasure } from '../../domain/alerts'
import type { ArticleSnapshot } from '../../contracts/article-act'
import type { FeedItem } from '../../contracts/feed'
import type { StateSnapshot } from '../../contracts/decision'
import type { Db } from '../connection'

const NUMBER = `
  WITH taken AS (
    DELETE FROM feed_waiting WHERE site_id = $1 RETURNING decision_id, comment_id, seq
  ), numbered AS (
    INSERT INTO feed_entry (site_id, decision_id, comment_id, position)
    SELECT $1, decision_id, comment_id, $2 + row_number() OVER (ORDER BY seq) FROM taken RETURNING 1
  )
  UPDATE feed_head SET position = position + (SELECT count(*) FROM numbered) WHERE site_id = $1`

/**
 * Gives every committed decision of a site that waits for one a position, in the order in which they came to wait. One caller at a time
 * (the head's row is locked), and all positions of a call become visible at once: whoever has read up to n misses nothing
 * below n, however long another decision's transaction takes.
 */
export async function numberFeed(db: Db, siteId: string): Promise<void> {
  const [waiting] = await db.query('SELECT 1 FROM feed_waiting WHERE site_id = $1 LIMIT 1', [siteId], 'feed-waiting')
  if (!waiting) return
  await db.transaction(async (inner) => {
    await inner.query('INSERT INTO feed_head (site_id, position) VALUES ($1, 0) ON CONFLICT DO NOTHING', [siteId])
    const [head] = await inner.query<{ position: number }>('SELECT position FROM feed_head WHERE site_id = $1 FOR UPDATE', [siteId])
    await inner.query(NUMBER, [siteId, head?.position ?? 0])
  })
}

/** Sites of which something waits for its position: everybody who looks at one site's looks past what waits of the others. */
export async function listWaitingSites(db: Db): Promise<string[]> {
  const rows = await db.query<{ siteId: string }>('SELECT DISTINCT site_id AS "siteId" FROM feed_waiting', [], 'feed-waiting-sites')
  return rows.map(({ siteId }) => siteId)
}

/** Gives back the space of what has got its position, once it is a megabyte: the table is looked at after every decision. */
export async function sweepFeed(db: Db): Promise<void> {
  const [size] = await db.query<{ bytes: number }>(`SELECT pg_relation_size('feed_waiting') AS bytes`, [], 'feed-waiting-size')
  if ((size?.bytes ?? 0) > 1_000_000) await db.query('VACUUM (SKIP_LOCKED) feed_waiting')
}

const PAGE = `
  SELECT e.position, d.id, d.decided_at, d.kind, d.actor_kind, d.actor_name, d.reason, r.message AS reason_text, d.note, d.undoes_id, d.seen_version, d.after, p.appeal_id, p.outcome,
    c.external_id, a.external_id AS article_external_id
  FROM feed_entry e
  JOIN decision d ON d.site_id = e.site_id AND d.id = e.decision_id
  LEFT JOIN comment c ON c.site_id = d.site_id AND c.id = d.comment_id
  LEFT JOIN appeal_answer p ON p.site_id = d.site_id AND p.decision_id = d.id
  LEFT JOIN own_reason r ON r.site_id = d.site_id AND r.label = d.reason
  JOIN article a ON a.site_id = e.site_id AND a.id = d.article_id
  WHERE e.site_id = $1 AND e.position > $2 ORDER BY e.position LIMIT $3`

/** What is kept of a discussion after an act on it, or an alert. */
type ArticleAfter = ArticleSnapshot & { alert?: { measure: AlertMeasure; value: number; line: number } }

interface FeedRecord {
  position: number
  id: string
  decided_at: Date
  kind: FeedItem['kind']
  actor_kind: FeedItem['by']['kind']
  actor_name: string
  reason: string | null
  reason_text: string | null
  note: string | null
  undoes_id: string | null
  seen_version: number
  after: StateSnapshot | ArticleAfter
  appeal_id: string | null
  outcome: AppealVerdict | null
  external_id: string | null
  article_external_id: string
}

/** The position of a site's last decision that has one; 0 before the first. */
export async function readFeedHead(db: Db, siteId: string): Promise<number> {
  const [head] = await db.query<{ position: number }>('SELECT position FROM feed_head WHERE site_id = $1', [siteId], 'feed-head')
  return head?.position ?? 0
}

/** The decisions after a position, in order. */
export async function listFeed(db: Db, siteId: string, after: number, limit: number): Promise<FeedItem[]> {
  return (await db.query<FeedRecord>(PAGE, [siteId, after, limit], 'feed-page')).map(toFeedItem)
}

function toFeedItem(record: FeedRecord): FeedItem {
  return {
    id: record.id,
    position: record.position,
    decidedAt: record.decided_at.toISOString(),
    kind: record.kind,
    by: { kind: record.actor_kind, name: record.actor_name },
    reason: record.reason,
    reasonText: record.reason_text || null,
    // What is written at other acts, such as a call for help, is for colleagues alone.
    note: record.kind === 'reject' || record.kind === 'mark' || record.appeal_id !== null ? record.note : null,
    undoesId: record.undoes_id,
    appeal: record.appeal_id === null ? null : { id: record.appeal_id, outcome: record.outcome },
    ...toSubject(record),
  }
}

/** What was decided on, as it is after it. An alert changes nothing, and so no version. */
function toSubject(record: FeedRecord): Pick<FeedItem, 'comment' | 'article'> {
  const { after, external_id: externalId, article_external_id: articleExternalId, seen_version: seen } = record
  if ('marks' in after && externalId !== null) {
    const { status, marks } = after
    return { comment: { externalId, articleExternalId, status, marks, version: seen + 1 }, article: null }
  }
  if ('marks' in after) throw new Error('a decision on a comment has no comment')
  const { state, slowSeconds, alert = null } = after
  return { comment: null, article: { externalId: articleExternalId, state, slowSeconds, version: alert === null ? seen + 1 : seen, alert } }
}
