import { z } from 'zod'
import { APPEAL_ANSWERS, APPEAL_STATES } from '../domain/appeals'
import { REJECT_REASONS } from '../domain/comment'
import type { AppealEntry, ToldDecision } from './appeal-entry'
import { OwnReasonLabel } from './own-reason'
import type { QueueRow } from './queue'
import { filledText, Instant, storableText } from './text'

/** Body of `POST /api/v1/comments/{externalId}/appeals`. */
export const AppealInput = z.strictObject({
  statement: filledText(5000).describe("The commenter's own words. Plain text; shown as sent, never as HTML."),
  appealedAt: Instant.optional().describe('When the commenter said it, if that was earlier.'),
})
export type AppealInput = z.infer<typeof AppealInput>

/** What became of an appeal that was sent. */
export const AppealAnswer = z.object({
  id: z.uuid().describe('The id of the appeal; the feed names it when the appeal is answered.'),
  decisionId: z.uuid().describe('The decision it is against: its id in the feed.'),
  outcome: z.enum(['created', 'unchanged']),
  state: z
    .enum(APPEAL_STATES)
    .describe('open: nobody has answered yet. lapsed: you deleted the comment, or replaced the rejected text, before anybody answered.'),
})
export type AppealAnswer = z.infer<typeof AppealAnswer>

/** Body of `POST /api/v1/desk/appeals/{id}/answer`. `version` is the comment's on screen; a reason goes with what is upheld. */
export const AppealVerdictInput = z.strictObject({
  version: z.int().min(1),
  outcome: z.enum(APPEAL_ANSWERS),
  reason: z.union([z.enum(REJECT_REASONS), OwnReasonLabel]).optional(),
  note: storableText(2000).optional(),
})
export type AppealVerdictInput = z.infer<typeof AppealVerdictInput>

/** Query of `GET /api/v1/desk/appeals`: those that are open, the oldest first; or the answered ones, the latest first. */
export const AppealQuery = z.object({
  state: z.enum(['open', 'answered']).default('open'),
  outcome: z.enum(['granted', 'upheld', 'lapsed']).optional(),
  /** The id of the last one on the page before. */
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type AppealQuery = z.infer<typeof AppealQuery>

/** An appeal with all that is needed to answer it. */
export interface AppealCase extends AppealEntry {
  /** The comment as it stands. */
  row: QueueRow
  /** What was decided; `revision` is the text that was judged, which an edit may have replaced. */
  decision: ToldDecision & { isRejected: boolean; revision: number }
  /** Whether this person may answer: not what they decided themselves while a colleague can, and not without the permission to decide. */
  mayAnswer: 'yes' | 'own' | 'no'
}

/** Answer of `GET /api/v1/desk/appeals`. */
export interface AppealPage {
  appeals: AppealCase[]
  nextCursor: string | null
  /** How many are open on the site. */
  open: number
  now: string
}

/** Appeals received in a period, and what has become of them. */
export interface AppealFigures {
  received: number
  granted: number
  upheld: number
  /** From its coming in to its answer, by a person; null when none was answered. */
  medianAnswerSeconds: number | null
  /** Of those that people answered, by the reason or the mark that was decided with: the most granted first. */
  reasons: { reason: string; appeals: number; granted: number }[]
}
