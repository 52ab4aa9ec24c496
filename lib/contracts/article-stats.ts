import type { ArticleState, CommentStatus, UncivilKind } from '../domain/comment'
import type { VolumeStep } from '../domain/volume'

/** One line of `/articles`. Shares are 0–1 of the comments that are not removed; null when there are none. */
export interface ArticleSummary {
  id: string
  title: string
  section: string | null
  author: string | null
  state: ArticleState
  publishedAt: string | null
  comments: number
  voices: number
  waiting: number
  offTopicShare: number | null
  uncivilShare: number | null
  /** Comments that somebody has reviewed or marked. While it is 0, the shares say nothing of the discussion. */
  judged: number
  rejected: number
  /** Median seconds from arrival to the first decision; null when nothing was decided. */
  medianWaitSeconds: number | null
  lastCommentAt: string | null
  /** Comments per day over the 14 days before now, oldest first. */
  trend: number[]
}

/** Answer of `GET /api/v1/desk/articles`: the newest articles; `total` counts all of the site. */
export interface ArticleList {
  rows: ArticleSummary[]
  total: number
  /** The server's clock, from which ages are counted. */
  now: string
}

/** Figures of one discussion, `GET /api/v1/desk/articles/{id}`. */
export interface ArticleStats {
  article: ArticleSummary & { standfirst: string | null; url: string | null; authorBio: string | null; externalId: string }
  figures: {
    comments: number
    voices: number
    /** Comments whose author the source does not name. */
    unknownAuthors: number
    /** Share of comments written by the ten most active voices. */
    topTenShare: number | null
    onTopicShare: number | null
    uncivilShare: number | null
    waiting: number
    oldestWaitingAt: string | null
    medianWaitSeconds: number | null
    p90WaitSeconds: number | null
    decided: number
    edited: number
    reports: number
    /** Comments deleted at the source; they count in no other figure. */
    removed: number
    offTopic: number
    uncivil: number
    /** Open suggestions: proposed by a score, confirmed by nobody, in no share. */
    suggestedOffTopic: number
    suggestedUncivil: number
    /** Comments to which the source gave no time. */
    unknownTimes: number
    statuses: Record<Exclude<CommentStatus, 'removed'>, number>
    /** Kinds of incivility that occur, the most frequent first. */
    uncivilKinds: { kind: UncivilKind; comments: number }[]
  }
  /** Oldest first, without gaps. `step` is the width of a bucket. */
  volume: { step: VolumeStep; buckets: VolumeBucket[] }
  topCommenters: { id: string; name: string; comments: number; share: number; offTopic: number; uncivil: number; rejected: number }[]
  /** Whether every comment came without a time, so that volume shows arrival here, not the talk. */
  hasUnknownTimes: boolean
  now: string
}

/** Each comment counts once, in the first group that fits: rejected, uncivil, off-topic, waiting, public. */
export interface VolumeBucket {
  at: string
  rejected: number
  uncivil: number
  offTopic: number
  waiting: number
  clean: number
}

/** A comment of the whole thread on the article's page. */
export interface ArticleThreadEntry {
  id: string
  parentId: string | null
  /** Whether the source names a parent that has not arrived; such a reply stands at the top. */
  hasUnknownParent: boolean
  /** Steps below the top of the thread as we have it. */
  depth: number
  /** Replies below it, at any depth, on any page. */
  replies: number
  /** Empty when the comment was removed at its source. */
  body: string
  commenterName: string | null
  status: CommentStatus
  offTopic: boolean
  uncivil: UncivilKind | null
  postedAt: string | null
}

export interface ArticleThreadPage {
  entries: ArticleThreadEntry[]
  /** Comments of the whole thread. */
  total: number
  /** Pass as `cursor` for the next page; null on the last one. */
  nextCursor: string | null
}
