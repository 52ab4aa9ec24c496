import type { CommentStatus } from './comment'
import type { Finding } from './policy'

/** A text as its source numbers it. Without a number, the text that came last counts. */
interface SentText {
  body: string
  sourceRevision: number | null
}

/** The highest revision that a source can name: what stands at it is never brought back. */
export const HIGHEST_REVISION = Number.MAX_SAFE_INTEGER

interface StoredText {
  body: string
  sourceRevision: number
  /** Deleted at the source. */
  isRemoved: boolean
}

/**
 * What a message about a comment we already have changes. `updated` carries the source revision that then stands.
 *
 * A deletion is final for messages without a number, since a late repetition of an old one cannot be told from a new
 * one; only a higher revision brings a removed comment back.
 */
export function judgeRevision(
  stored: StoredText,
  sent: SentText,
): { outcome: 'unchanged' | 'stale' } | { outcome: 'updated'; sourceRevision: number } {
  if (sent.sourceRevision === null) {
    if (stored.isRemoved) return { outcome: 'stale' }
    return sent.body === stored.body ? { outcome: 'unchanged' } : { outcome: 'updated', sourceRevision: stored.sourceRevision + 1 }
  }
  if (sent.sourceRevision > stored.sourceRevision) return { outcome: 'updated', sourceRevision: sent.sourceRevision }
  if (sent.sourceRevision < stored.sourceRevision || stored.isRemoved) return { outcome: 'stale' }
  return { outcome: 'unchanged' }
}

/** How a comment stands when an edit finds it. */
export interface CommentStanding {
  status: CommentStatus
  isReviewed: boolean
}

/**
 * The status of a comment whose text was replaced, or that came back after a deletion.
 *
 * What was public is judged by the policy alone, like a new comment: the approval was given to another text. What
 * waited or was rejected waits for a person: a writer who mended a rejected text deserves a second look, and nobody can
 * make a held text public by editing it until the machine is content. What comes back after a deletion is judged like a
 * new comment, as it would have been had the deletion come late, unless a person had decided on it.
 *
 * Marks stay as they are, because people set them and only people clear them; but the review is over (`reviewed_at`
 * becomes null), so they are seen again together with the new text.
 */
export function statusAfterEdit(before: CommentStanding, byPolicy: 'pending' | 'published'): 'pending' | 'published' {
  switch (before.status) {
    case 'published':
    case 'approved':
      return byPolicy
    case 'removed':
      return before.isReviewed ? 'pending' : byPolicy
    case 'pending':
    case 'rejected':
      return 'pending'
  }
}

const HELD_EDITS = {
  pending: { phase: 'edited_waiting', why: 'Edited while it waited for a person' },
  rejected: { phase: 'edited_rejected', why: 'Edited after it was rejected' },
  removed: { phase: 'returned_decided', why: 'Came back after being deleted; a person had already decided on it' },
} as const

/** What the policy found in an edited text, and why it waits where the policy alone would have let it go (statusAfterEdit). */
export function findingsAfterEdit(
  before: CommentStatus,
  status: 'pending' | 'published',
  judged: { status: 'pending' | 'published'; findings: Finding[] },
): Finding[] {
  if (status === judged.status || before === 'published' || before === 'approved') return judged.findings
  return [{ ...HELD_EDITS[before], outcome: 'hold' }, ...judged.findings]
}
