import type { Role } from '@/lib/domain/actor'
import type { CommentStatus, MarkName, RejectReason, ReportReason, UncivilKind } from '@/lib/domain/comment'
import type { Queue, QueueSort } from '@/lib/domain/queues'
import type { BadgeTone } from '../ui/badge'

/** The words the desk uses for the names in lib/domain; one list, so that no screen says it differently. */
export const QUEUE_WORDS: Record<Queue, string> = {
  review: 'Needs review',
  uncivil: 'Uncivil replies',
  off_topic: 'Off-topic',
  reported: 'Reported',
  held: 'Held',
  newest: 'Newest',
  mine: 'Mine',
}

/** What a queue holds, in one line. */
export const QUEUE_HINTS: Record<Queue, string> = {
  review: 'Everything that waits for a person',
  uncivil: 'Replies that may be uncivil',
  off_topic: 'Comments that may have left the topic',
  reported: 'Readers complained',
  held: 'Not public until somebody decides',
  newest: 'Everything, the latest first',
  mine: 'Handed to you, until somebody decides',
}

/** The orders of a queue, as the select offers them. */
export const SORT_WORDS: Record<QueueSort, string> = {
  priority: 'Most urgent first',
  oldest: 'Oldest first',
  newest: 'Newest first',
  score: 'Highest score first',
  reports: 'Most reports first',
}

export const STATUS_WORDS: Record<CommentStatus, string> = {
  pending: 'held',
  published: 'public',
  approved: 'approved',
  rejected: 'rejected',
  removed: 'deleted at source',
}

export const STATUS_TONES: Record<CommentStatus, BadgeTone> = {
  pending: 'accent',
  published: 'neutral',
  approved: 'green',
  rejected: 'rose',
  removed: 'neutral',
}

export const UNCIVIL_WORDS: Record<UncivilKind, string> = {
  insult: 'insult',
  identity_attack: 'identity attack',
  threat: 'threat',
  profanity: 'profanity',
  condescension: 'condescension',
  mockery: 'mockery',
  sexual: 'sexual',
  other: 'other',
}

export const REASON_WORDS: Record<RejectReason | ReportReason, string> = {
  abuse: 'abuse',
  spam: 'spam',
  off_topic: 'off-topic',
  hate: 'hate',
  misinformation: 'misinformation',
  privacy: 'privacy',
  illegal: 'illegal',
  other: 'other reason',
}

export const MARK_WORDS: Record<MarkName, string> = { off_topic: 'off-topic', uncivil: 'uncivil' }

export const ROLE_WORDS: Record<Role, string> = { moderator: 'Moderator', editor: 'Editor', admin: 'Admin' }
