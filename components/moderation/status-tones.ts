import type { CommentStatus } from '@/lib/domain/comment'
import type { BadgeTone } from '../ui/badge'

export const STATUS_TONES: Record<CommentStatus, BadgeTone> = {
  pending: 'accent',
  published: 'neutral',
  approved: 'green',
  rejected: 'rose',
  removed: 'neutral',
}
