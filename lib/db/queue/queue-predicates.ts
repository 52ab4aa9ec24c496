import type { Queue } from '../../domain/queues'

const IS_OPEN = `(c.status = 'pending' OR c.status = 'published')`

/** What waits for a person; every other queue but `newest` lies within it, and shares its indexes by priority and score. */
export const REVIEW_PREDICATE = `c.reviewed_at IS NULL AND (c.status = 'pending' OR c.status = 'published'
    AND (c.suggested_off_topic IS NOT NULL OR c.suggested_uncivil IS NOT NULL OR c.open_reports > 0))`

/**
 * `isInQueue` of lib/domain/queues.ts in SQL, over the alias `c`. Each is worded like the predicate of its partial index
 * (comment_queue_* in prisma/schema.prisma), which is how the planner knows that the index holds all of the queue. `mine`
 * begins with assignments instead, and is written where they are known (lib/db/queue/queue-page.ts).
 */
export const QUEUE_PREDICATES: Record<Queue, string> = {
  review: REVIEW_PREDICATE,
  uncivil: `c.reviewed_at IS NULL AND c.suggested_uncivil IS NOT NULL AND c.parent_external_id IS NOT NULL AND ${IS_OPEN}`,
  off_topic: `c.reviewed_at IS NULL AND c.suggested_off_topic IS NOT NULL AND ${IS_OPEN}`,
  reported: `c.reviewed_at IS NULL AND c.open_reports > 0 AND ${IS_OPEN}`,
  held: `c.reviewed_at IS NULL AND c.status = 'pending'`,
  newest: 'true',
  mine: `c.reviewed_at IS NULL AND ${IS_OPEN}`,
}
