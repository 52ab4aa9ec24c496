import type { ArticleState, CommentStatus, MarkName, UncivilKind } from '../domain/comment'
import type { FeaturingReason } from '../domain/featuring'
import type { VolumeStep } from '../domain/volume'
import type { ArticleOption } from '../domain/article-acts'
import type { VolumeBucket } from './volume-bucket'
import type { AlertResource } from './alert'

/**
 * The editor's view of one discussion: `GET /api/v1/desk/articles/{id}`, `getArticlePage(ctx, id)` (lib/services/article/page.ts).
 * Every figure comes from the roll-ups, so that it costs the same for 100 comments as for 300,000. Shares are 0–1 of the
 * comments that are not removed, null when there are none; times are ISO 8601 in UTC.
 */
export interface ArticlePage {
  article: {
    id: string
    externalId: string
    title: string
    standfirst: string | null
    url: string | null
    section: string | null
    author: string | null
    authorBio: string | null
    publishedAt: string | null
    language: string | null
    state: ArticleState
    slowSeconds: number | null
    help: { by: string; note: string; at: string } | null
    /** What an act on the article is conditional on. */
    version: number
    /** What the reader may do with it: draw these buttons and no others. */
    allowed: ArticleOption[]
  }
  figures: ArticleFigures
  /** The same figures of the section's newest articles with comments, each the median; null when there are fewer than three. */
  usual: UsualFigures | null
  /** Oldest first, without gaps. */
  volume: { step: VolumeStep; buckets: VolumeBucket[] }
  /** Every hour with a comment, oldest first, the latest 750 at most: what the drift map's overview and the derailment rule look at. */
  hours: HourPoint[]
  /** Comments by score in ten steps: [0] holds 0–0.1, [9] holds 0.9–1. `unknown` were not scored (too short to tell). */
  distributions: {
    incivility: { counts: number[]; unknown: number }
    /** Distance from the article. */
    offTopic: { counts: number[]; unknown: number }
  }
  waits: WaitFigures
  voices: VoiceFigures
  decided: DecisionSummary
  /** Decisions on the article itself, the latest first (at most 20): marks on the time axis. */
  acts: ArticleActEntry[]
  alerts: AlertResource[]
  candidates: FeatureCandidate[]
  /** Comments that are featured now, the latest first (at most 20). */
  featured: { id: string; commenterName: string | null; excerpt: string; version: number; featuredAt: string }[]
  /** When a recount from the rows last agreed with these figures; null when none has run. */
  verified: { at: string; isRight: boolean } | null
  now: string
}

export interface ArticleFigures {
  comments: number
  replies: number
  voices: number
  /** Comments whose author the source does not name. */
  unknownAuthors: number
  /** Comments to which the source gave no time; they stand where they arrived. */
  unknownTimes: number
  statuses: Record<Exclude<CommentStatus, 'removed'>, number>
  /** Deleted at the source; they count in no other figure. */
  removed: number
  waiting: number
  oldestWaitingAt: string | null
  /** Reviewed or marked by somebody. */
  judged: number
  /** Decided by a person, and what the policy alone did with the rest. */
  decidedBy: { person: number; policyPublished: number; policyHeld: number; policyRejected: number }
  offTopic: number
  uncivil: number
  offTopicShare: number | null
  uncivilShare: number | null
  /** Kinds of incivility that occur, the most frequent first. */
  uncivilKinds: { kind: UncivilKind; comments: number }[]
  /** Open suggestions: proposed by a score, confirmed by nobody, in no share. */
  suggestedOffTopic: number
  suggestedUncivil: number
  /** Means of the scores, 0–1. */
  meanIncivility: number | null
  meanOffTopic: number | null
  edited: number
  reports: number
  featured: number
  firstCommentAt: string | null
  lastCommentAt: string | null
}

export interface UsualFigures {
  section: string | null
  /** How many articles the medians are of. */
  articles: number
  comments: number
  voices: number
  waiting: number
  /** Of the articles where somebody has reviewed or marked a comment; null when there are none. */
  offTopicShare: number | null
  uncivilShare: number | null
  civility: number
  /** Null when nothing in the section was decided. */
  medianWaitSeconds: number | null
  p90WaitSeconds: number | null
}

/** One hour (UTC) of a discussion, by the time comments were written. */
export interface HourPoint {
  at: string
  comments: number
  /** Marked off-topic, or suggested as that and not decided yet. */
  strayed: number
  /** Marked uncivil, or suggested as that and not decided yet. */
  heated: number
  rejected: number
  /** Means of the scores, 0–1; null when none was scored. */
  incivility: number | null
  offTopic: number | null
}

export interface WaitFigures {
  /** Comments that a person decided on. */
  decided: number
  medianSeconds: number | null
  p90Seconds: number | null
  /** Waits by length, the shortest first: from `fromSeconds` up to (not with) `toSeconds`, null for the last. */
  histogram: { fromSeconds: number; toSeconds: number | null; comments: number }[]
  /** Share decided within these seconds. */
  within: { seconds: number; share: number }[]
}

export interface VoiceFigures {
  voices: number
  /** The ten with the most comments; shares are of all comments. */
  top: { id: string; name: string; comments: number; share: number; offTopic: number; uncivil: number; rejected: number }[]
  /** How many voices wrote how many comments each, fewest first: the basis of the Gini coefficient and the top shares. */
  sizes: { comments: number; voices: number }[]
}

export interface DecisionSummary {
  /** Decisions by kind and reason, the most frequent first; those of people and of the policy apart. */
  rows: { kind: string; reason: string | null; by: 'user' | 'api_key' | 'policy' | 'system'; count: number }[]
  /** The latest decisions on its comments (at most 20), with whose comment it was and how it begins. */
  latest: {
    id: string
    kind: string
    by: string
    reason: string | null
    mark: MarkName | null
    markKind: UncivilKind | null
    at: string
    commentId: string
    commenterName: string | null
    excerpt: string
    /** Whether its text may be harsh (lib/domain/harsh.ts). */
    isHarsh: boolean
  }[]
}

export interface ArticleActEntry {
  id: string
  kind: string
  by: string
  note: string | null
  at: string
  isUndone: boolean
  /** Whether the reader may take it back now. */
  isUndoable: boolean
}

/** A comment worth featuring, the best first, among all that are public and unmarked (lib/domain/featuring.ts). */
export interface FeatureCandidate {
  id: string
  version: number
  commenterName: string | null
  excerpt: string
  postedAt: string | null
  replies: number
  /** 0–1. */
  score: number
  reasons: FeaturingReason[]
}
