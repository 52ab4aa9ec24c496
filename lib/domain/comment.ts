/** What can become of a comment. `pending` is held and not public; `published` is public and unreviewed. */
export const COMMENT_STATUSES = ['pending', 'published', 'approved', 'rejected', 'removed'] as const
export type CommentStatus = (typeof COMMENT_STATUSES)[number]

export const MARK_NAMES = ['off_topic', 'uncivil'] as const
export type MarkName = (typeof MARK_NAMES)[number]

/** In the order of the digits a moderator types after `u`. */
export const UNCIVIL_KINDS = ['insult', 'identity_attack', 'threat', 'profanity', 'condescension', 'mockery', 'sexual', 'other'] as const
export type UncivilKind = (typeof UNCIVIL_KINDS)[number]

/** Why a comment was rejected, in the order of the digits a moderator types after `r`. */
export const REJECT_REASONS = ['abuse', 'spam', 'off_topic', 'hate', 'misinformation', 'privacy', 'illegal', 'other'] as const
type RejectReason = (typeof REJECT_REASONS)[number]

/**
 * Whether it is one of those. Any other is a reason of the newsroom's own, which decisions name by its words, so that they read the
 * same whatever becomes of it.
 */
export function isKnownReason(reason: string): reason is RejectReason {
  return (REJECT_REASONS as readonly string[]).includes(reason)
}

/** How many reasons of its own a newsroom can choose from: as many as there are digits to choose them by. */
export const MAX_OWN_REASONS = 9

/** Why a reader complained. */
export const REPORT_REASONS = ['abuse', 'spam', 'off_topic', 'hate', 'misinformation', 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

export const ARTICLE_STATES = ['open', 'held', 'closed'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]

/** A comment whose chain of parents is longer than this is refused. */
export const MAX_DEPTH = 1000

export interface Marks {
  offTopic: boolean
  /** The kind, or null when the comment is not marked uncivil. */
  uncivil: UncivilKind | null
}

/** Marks that scores propose and nobody has confirmed; each score 0–1, null when nothing is proposed. */
export interface Suggestions {
  offTopic: number | null
  uncivil: { score: number; kind: UncivilKind } | null
}

/** All of a comment that decisions read and change. */
export interface CommentState {
  status: CommentStatus
  marks: Marks
  suggestions: Suggestions
  /** Complaints that no decision has answered. */
  openReports: number
  /** Whether a person has settled the current text. */
  isReviewed: boolean
}
