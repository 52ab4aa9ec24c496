import type { Db } from '../connection'
import type { IndexedText } from './comment-document'
import { REVIEW_PREDICATE } from '../queue/queue-predicates'

/** A thread deeper than this tells only so many of the comments above a reply. */
const MOST_ABOVE = 50

/**
 * Tells the comments above these texts, as far as they wait for a person, when the thread beneath them last moved. Runs after
 * ingest (lib/services/search/index-texts.ts), whose speed it does not touch. One that somebody holds at this moment, a
 * decision mostly, is passed over: an order is not worth a wait, and nothing can lock up.
 */
export async function noteActivity(db: Db, texts: readonly Omit<IndexedText, 'body' | 'revision'>[]): Promise<void> {
  if (texts.length === 0) return
  await db.query(
    `WITH RECURSIVE noted AS MATERIALIZED (
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) AS given (site_id, id, parent_id, ordered_at)
     ), moved AS (
       SELECT site_id, parent_id AS id, ordered_at FROM noted WHERE parent_id IS NOT NULL
       UNION ALL
       -- Replies that were here before what they answer.
       SELECT r.site_id, r.parent_id, r.ordered_at FROM noted n CROSS JOIN LATERAL (
         SELECT site_id, parent_id, ordered_at FROM comment
         WHERE site_id = n.site_id AND parent_id = n.id AND status <> 'removed' OFFSET 0) r
     ), above AS (
       SELECT p.site_id, p.id, p.parent_id, m.ordered_at, 1 AS steps
       FROM moved m CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = m.site_id AND id = m.id OFFSET 0) p
       UNION ALL
       SELECT p.site_id, p.id, p.parent_id, a.ordered_at, a.steps + 1
       FROM above a CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = a.site_id AND id = a.parent_id OFFSET 0) p
       WHERE a.steps < ${MOST_ABOVE}
     ), latest AS MATERIALIZED (
       SELECT site_id, id, max(ordered_at) AS at FROM above GROUP BY site_id, id
     ), held AS MATERIALIZED (
       SELECT c.site_id, c.id, l.at FROM latest l CROSS JOIN LATERAL (
         SELECT c.site_id, c.id FROM comment c WHERE c.site_id = l.site_id AND c.id = l.id AND ${REVIEW_PREDICATE} AND c.active_at < l.at
         FOR NO KEY UPDATE SKIP LOCKED) c
     )
     UPDATE comment c SET replied_at = held.at FROM held WHERE (c.site_id, c.id) = (held.site_id, held.id)
       AND c.id = ANY(ARRAY(SELECT id FROM held))`,
    [
      texts.map(({ siteId }) => siteId),
      texts.map(({ id }) => id),
      texts.map(({ parentId }) => parentId),
      texts.map(({ orderedAt }) => orderedAt.toISOString()),
    ],
    'note-activity',
  )
}
