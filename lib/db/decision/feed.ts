import type { AlertMeasure } from '../../contracts/alert'
import type { ArticleSnapshot } from '../../contracts/article-act'
import type { FeedItem } from '../../contracts/feed'
import type { StateSnapshot } from '../../contracts/decision'
import type { Db } from '../connection'

const NUMBER = `
  WITH fresh AS (
    SELECT decision_id, row_number() OVER (ORDER BY seq) AS ordinal FROM feed_entry WHERE site_id = $1 AND position IS NULL
  ), numbered AS (
    UPDATE feed_entry e SET position = $2 + fresh.ordinal FROM fresh WHERE e.site_id = $1 AND e.decision_id = fresh.decision_id RETURNING 1
  )
  UPDATE feed_head SET position = position + (SELECT count(*) FROM numbered) WHERE site_id = $1`

/**
 * Gives every committed decision of a site that has none a position, in the order of their entries. One caller at a time
 * (the head's row is locked), and all positions of a call become visible at once: whoever has read up to n misses nothing
 * below n, however long another decision's transaction takes.
 */
export async function numberFeed(db: Db, siteId: string): Promise<void> {
  const [waiting] = await db.query('SELECT 1 FROM feed_entry WHERE site_id = $1 AND position IS NULL LIMIT 1', [siteId], 'feed-waiting')
  if (!waiting) return
  await db.transaction(async (inner) => {
    await inner.query('INSERT INTO feed_head (site_id, position) VALUES ($1, 0) ON CONFLICT DO NOTHING', [siteId])
    const [head] = await inner.query<{ position: number }>('SELECT position FROM feed_head WHERE site_id = $1 FOR UPDATE', [siteId])
    await inner.query(NUMBER, [siteId, head?.position ?? 0])
  })
}

const PAGE = `
  SELECT e.position, d.id, d.decided_at, d.kind, d.actor_kind, d.actor_name, d.reason, d.undoes_id, d.seen_version, d.after,
    c.external_id, a.external_id AS article_external_id
  FROM feed_entry e
  JOIN decision d ON d.site_id = e.site_id AND d.id = e.decision_id
  LEFT JOIN comment c ON c.site_id = d.site_id AND c.id = d.comment_id
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
  undoes_id: string | null
  seen_version: number
  after: StateSnapshot | ArticleAfter
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
    undoesId: record.undoes_id,
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
