import { z } from 'zod'
import { COMMENT_STATUSES, MARK_NAMES, REJECT_REASONS, UNCIVIL_KINDS } from '../domain/comment'
import type { DecisionKind, DecisionOption } from '../domain/decisions'
import { OwnReasonLabel } from './own-reason'
import { storableText } from './text'

export const Act = z.union([
  z.strictObject({ kind: z.literal('approve') }),
  z.strictObject({ kind: z.literal('reject'), reason: z.union([z.enum(REJECT_REASONS), OwnReasonLabel]) }),
  z.strictObject({ kind: z.literal('mark'), mark: z.literal('off_topic'), alsoReject: z.boolean().optional() }),
  z.strictObject({
    kind: z.literal('mark'),
    mark: z.literal('uncivil'),
    uncivilKind: z.enum(UNCIVIL_KINDS),
    alsoReject: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('clear_mark'), mark: z.enum(MARK_NAMES) }),
])

/** Body of `POST /api/v1/desk/comments/{id}/decisions`. `version` is the one the moderator has on screen. */
export const DecisionInput = z.strictObject({
  version: z.int().min(1),
  act: Act,
  note: storableText(2000).optional(),
})
export type DecisionInput = z.infer<typeof DecisionInput>

/** A comment's state as it is kept in the decision log: what undo restores. Arrays and strings only, so that it stays readable. */
export const StateSnapshot = z.object({
  status: z.enum(COMMENT_STATUSES),
  marks: z.object({ offTopic: z.boolean(), uncivil: z.enum(UNCIVIL_KINDS).nullable() }),
  suggestions: z.object({
    offTopic: z.number().nullable(),
    uncivil: z.object({ score: z.number(), kind: z.enum(UNCIVIL_KINDS) }).nullable(),
  }),
  openReports: z.int(),
  isReviewed: z.boolean(),
})
export type StateSnapshot = z.infer<typeof StateSnapshot>

/** What the browser gets back from a decision or an undo. */
export interface DecisionAnswer {
  decisionId: string
  commentId: string
  version: number
  state: StateSnapshot
  allowed: DecisionOption[]
}

/** One line of a comment's history. */
export interface HistoryEntry {
  id: string
  kind: DecisionKind
  by: string
  actorKind: 'user' | 'api_key' | 'policy' | 'system'
  at: string
  reason: string | null
  note: string | null
  mark: (typeof MARK_NAMES)[number] | null
  markKind: (typeof UNCIVIL_KINDS)[number] | null
  before: StateSnapshot
  after: StateSnapshot
  /** Whether a later undo took it back. */
  isUndone: boolean
  undoesId: string | null
}
