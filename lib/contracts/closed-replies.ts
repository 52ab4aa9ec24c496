import type { DecisionAnswer } from './decision'

/** What an undo answers that opened the replies under a comment again, or closed them. */
export interface ClosedRepliesAnswer extends DecisionAnswer {
  areRepliesClosed: boolean
}
