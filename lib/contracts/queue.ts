import type { ArticleStanding } from '../domain/article-acts'
import { z } from 'zod'
import type { CommenterHold } from './commenter-hold'
import { COMMENT_STATUSES, type CommentStatus, type Marks, type ReportReason } from '../domain/comment'
import { QUEUES, QUEUE_SORTS, type Queue } from '../domain/queues'
import type { DecisionOption } from '../domain/decisions'
import type { AppealEntry } from './appeal-entry'
import type { Finding } from '../domain/policy'
import type { OutcomeCounts } from '../domain/precedents'
import type { HistoryEntry, StateSnapshot } from './decision'
import type { MissingScore } from './remote-scorer'
import type { ScoreReason } from './score'
import { searchText } from './text'
import type { Assignment, HandedTo, Note } from './teamwork'

/** Query of `GET /api/v1/desk/queue`; the same names stand in the address of the page. */
export const QueueQuery = z.object({
  queue: z.enum(QUEUES).default('review'),
  article: z.uuid().optional(),
  commenter: z.uuid().optional(),
  status: z.array(z.enum(COMMENT_STATUSES)).max(COMMENT_STATUSES.length).default([]),
  /** A search (lib/domain/search/parse.ts), which narrows the queue down. */
  q: searchText(500).default(''),
  /** One of the queue's orders; any other counts as the queue's own. */
  sort: z.enum(QUEUE_SORTS).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type QueueQuery = z.infer<typeof QueueQuery>

/** One row of the queue. Times are ISO 8601 in UTC. */
export interface QueueRow {
  id: string
  externalId: string
  version: number
  revision: number
  /** Empty when the comment was deleted at its source, here and wherever its text would stand. */
  body: string
  language: string | null
  state: StateSnapshot
  allowed: DecisionOption[]
  commenter: { id: string; name: string } | null
  article: { id: string; title: string; section: string | null }
  /** The parent's beginning (200 characters) when it has arrived; `isUnknown` when the source names one we do not have. */
  parent: { id: string; excerpt: string; commenterName: string | null } | { isUnknown: true } | null
  /** Null when the source gave no time. */
  postedAt: string | null
  receivedAt: string
  findings: Finding[]
  /** The near-duplicates it is one of, and how many they are, MAX_WAVE_COUNT (lib/domain/waves.ts) at most. */
  wave: { id: string; count: number } | null
  /** Who it was handed to, while nobody has decided on it; null when to nobody. */
  handedTo: HandedTo | null
  isFeatured: boolean
  /** Whether the machines suggest to feature it (lib/domain/featuring.ts); a suggestion like others, so answered by a decision. */
  isWorthFeaturing: boolean
}

export interface QueuePage {
  rows: QueueRow[]
  /** Pass as `cursor` for the next page; null on the last one. */
  nextCursor: string | null
  /** The server's clock, from which waiting times are counted. */
  now: string
}

/** Query of `GET /api/v1/desk/rows`: `id`, as often as comments are asked for. */
export const RowsQuery = z.object({ ids: z.array(z.uuid()).min(1).max(100) })
export type RowsQuery = z.infer<typeof RowsQuery>

/** The filters of a queue, besides its name and order. */
export const QueueFilter = QueueQuery.pick({ article: true, commenter: true, status: true, q: true })
export type QueueFilter = z.infer<typeof QueueFilter>

/** What a queue is asked with; fields that are left out take their defaults. */
export type QueueAsked = z.input<typeof QueueQuery>

/**
 * Answer of `GET /api/v1/desk/counts`: how many comments each queue holds, under the same filters. Exact, except for `capped`
 * queues, where it is a lower bound.
 */
export type QueueCounts = Record<Queue, number> & { capped: Queue[] }

/** A comment of the thread around the current one. */
export interface ThreadEntry {
  id: string
  parentId: string | null
  version: number
  /** Steps below the top of the excerpt that is shown. */
  indent: number
  body: string
  commenterName: string | null
  state: StateSnapshot
  postedAt: string | null
  /** Whether new replies beneath it are held. */
  areRepliesClosed: boolean
  isCurrent: boolean
}

/** Answer of `GET /api/v1/desk/comments/{id}`: all that the right pane shows. */
export interface CommentContext {
  row: QueueRow
  /** Ancestors, siblings and replies, in reading order; `total` counts the whole discussion. */
  thread: { entries: ThreadEntry[]; total: number; hiddenAncestors: number }
  article: {
    id: string
    title: string
    standfirst: string | null
    body: string
    section: string | null
    author: string | null
    publishedAt: string | null
    url: string | null
    /** Somebody's call to moderators, with their note. */
    help: ArticleStanding['help']
  }
  commenter: CommenterRecord | null
  /** What people decided last on others of their comments, the latest first. */
  lastDecided: CommenterDecision[]
  history: HistoryEntry[]
  /** Older texts, newest first. */
  revisions: { number: number; body: string; replacedAt: string }[]
  scores: { scorer: string; version: string; attribute: string; value: number; reason: ScoreReason }[]
  /** Scorers outside that have not scored this text. */
  missingScores: MissingScore[]
  notes: Note[]
  assignment: Assignment | null
  precedents: Precedents
  /** The latest first. */
  appeals: AppealEntry[]
  reports: { id: string; reason: ReportReason; note: string | null; reporter: string | null; reportedAt: string; isResolved: boolean }[]
}

/**
 * What people decided on nearly identical comments: the newest 200 at most (lib/db/comment/precedents.ts). Empty where there are
 * none, and for texts too short to compare.
 */
export interface Precedents {
  counts: OutcomeCounts
  /** The latest decided first, five at most. */
  latest: Precedent[]
  /** Those that nobody has decided on yet: what is decided here becomes a precedent for them. */
  waiting: string[]
}

export interface Precedent {
  id: string
  commenterName: string | null
  article: { id: string; title: string }
  status: CommentStatus
  marks: Marks
  by: string
  /** Why it was rejected. */
  reason: string | null
  at: string
}

/** A decision that stands on one of a commenter's comments. */
export interface CommenterDecision extends Pick<HistoryEntry, 'kind' | 'by' | 'at' | 'reason' | 'mark' | 'markKind' | 'after'> {
  commentId: string
  /** How its text begins. */
  excerpt: string
  isHarsh: boolean
}

/** What a commenter's comments on this site came to. */
export interface CommenterRecord {
  id: string
  name: string
  since: string
  comments: number
  approved: number
  rejected: number
  offTopic: number
  uncivil: number
  lastWeek: number
  /** Null when what they send is not held for who sends it. */
  hold: CommenterHold | null
}
