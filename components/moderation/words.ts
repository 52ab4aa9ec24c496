import type { CommentStatus, RejectReason, ReportReason, UncivilKind } from '@/lib/domain/comment'
import type { BadgeTone } from '../ui/badge'

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
