import type { CommentState } from './comment'

/** The named queues, in the order of the desk's left pane. */
export const QUEUES = ['review', 'uncivil', 'off_topic', 'reported', 'held', 'newest', 'mine'] as const
export type Queue = (typeof QUEUES)[number]

/** The orders a queue can be read in. */
export const QUEUE_SORTS = ['priority', 'oldest', 'newest', 'score', 'reports', 'activity'] as const
export type QueueSort = (typeof QUEUE_SORTS)[number]

const SORTS: Record<Queue, readonly [QueueSort, ...QueueSort[]]> = {
  review: ['priority', 'oldest', 'newest', 'reports', 'activity'],
  uncivil: ['priority', 'score', 'oldest', 'newest', 'activity'],
  off_topic: ['priority', 'score', 'oldest', 'newest', 'activity'],
  reported: ['reports', 'oldest', 'newest', 'activity'],
  held: ['oldest', 'newest', 'priority', 'activity'],
  newest: ['newest', 'oldest'],
  mine: ['oldest', 'newest', 'priority'],
}

/**
 * The orders of a queue, its own first. Ages go by the time a comment was written (or arrived, where the source gave none);
 * priority is priorityOf of lib/domain/priority.ts, the score that of the queue's own suggestion. Activity is when the thread
 * below a comment last moved: its own time or that of the latest reply beneath it, however deep, that came in while it waited.
 */
export function listSorts(queue: Queue): readonly [QueueSort, ...QueueSort[]] {
  return SORTS[queue]
}

/** The order asked for, if the queue has it; else the queue's own. */
export function chooseSort(queue: Queue, asked: QueueSort | null | undefined): QueueSort {
  return asked && SORTS[queue].includes(asked) ? asked : SORTS[queue][0]
}

/**
 * Whether a comment belongs in a queue. lib/db/queue/queue-predicates.ts says the same in SQL, over partial indexes; a test holds
 * the two together.
 *
 * review: everything that needs a person. uncivil: replies with an open suggestion of incivility. off_topic: comments
 * with an open off-topic suggestion. reported: with unanswered complaints. held: not public yet. newest: all. mine: what
 * was handed to the one who asks, until somebody decides.
 */
export function isInQueue(queue: Queue, comment: CommentState & { isReply: boolean; isMine: boolean }): boolean {
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
      return isUndecided && comment.status === 'pending'
    case 'newest':
      return true
    case 'mine':
      return isUndecided && comment.isMine
  }
}
