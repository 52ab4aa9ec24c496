import type { CommentState } from './comment'

/** The named queues, in the order of the desk's left pane. */
export const QUEUES = ['review', 'uncivil', 'off_topic', 'reported', 'held', 'newest'] as const
export type Queue = (typeof QUEUES)[number]

/**
 * The one order a queue is read in, by the time a comment was written (or arrived, where the source gave none). What
 * waits longest comes first; `newest` is for watching what comes in.
 */
export function queueOrder(queue: Queue): 'oldest_first' | 'newest_first' {
  return queue === 'newest' ? 'newest_first' : 'oldest_first'
}

/**
 * Whether a comment belongs in a queue. lib/db/queue-predicates.ts says the same in SQL, over partial indexes; a test holds
 * the two together.
 *
 * review: everything that needs a person. uncivil: replies with an open suggestion of incivility. off_topic: comments
 * with an open off-topic suggestion. reported: with unanswered complaints. held: not public yet. newest: all.
 */
export function isInQueue(queue: Queue, comment: CommentState & { isReply: boolean }): boolean {
  const isUndecided = !comment.isReviewed && (comment.status === 'pending' || comment.status === 'published')
  const { offTopic, uncivil } = comment.suggestions
  switch (queue) {
    case 'review':
      return isUndecided && (comment.status === 'pending' || offTopic !== null || uncivil !== null || comment.openReports > 0)
    case 'uncivil':
      return isUndecided && comment.isReply && uncivil !== null
    case 'off_topic':
      return isUndecided && offTopic !== null
    case 'reported':
      return isUndecided && comment.openReports > 0
    case 'held':
      return comment.status === 'pending'
    case 'newest':
      return true
  }
}
