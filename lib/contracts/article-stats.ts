import type { ArticleState } from '../domain/comment'

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
  rejected: number
  /** Median seconds from arrival to the first decision; null when nothing was decided. */
  medianWaitSeconds: number | null
  lastCommentAt: string | null
  /** Comments per day over the 14 days before now, oldest first. */
  trend: number[]
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
  }
  /** Oldest first, without gaps. `step` is the width of a bucket. */
  volume: { step: 'hour' | 'day'; buckets: VolumeBucket[] }
  topCommenters: { id: string; name: string; comments: number; share: number; offTopic: number; uncivil: number; rejected: number }[]
  /** Whether every comment came without a time, so that volume shows arrival here, not the talk. */
  hasUnknownTimes: boolean
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
  depth: number
  body: string
  commenterName: string | null
  status: 'pending' | 'published' | 'approved' | 'rejected' | 'removed'
  offTopic: boolean
  uncivil: string | null
  postedAt: string | null
}

export interface ArticleThreadPage {
  entries: ArticleThreadEntry[]
  nextCursor: string | null
}
