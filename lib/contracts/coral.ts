import { z } from 'zod'
import { filledText } from './text'

/** Body of `POST /api/v1/settings/coral`. `secret` is the one that Coral shows for its phase. */
export const CoralPhaseInput = z.strictObject({
  name: filledText(100),
  secret: filledText(500).min(16, 'is shorter than any that Coral makes'),
})
export type CoralPhaseInput = z.infer<typeof CoralPhaseInput>

/** A Coral site that asks for scores, as Settings lists it. */
export interface CoralPhaseResource {
  id: string
  name: string
  /** What to enter in Coral as the phase's callback URL. */
  url: string
  createdAt: string
  lastUsedAt: string | null
}

/** What Coral sends about a comment before it shows it. It may grow; fields not named here are ignored. */
export const CoralRequest = z.object({
  action: z.enum(['NEW', 'EDIT']),
  comment: z.object({ body: z.string().max(500_000), parentID: z.string().nullish() }),
  story: z.object({ id: z.string(), url: z.string() }),
})
export type CoralRequest = z.infer<typeof CoralRequest>

/** The answer that Coral understands; null stands for 204: nothing to do. */
export const CoralAnswer = z.object({
  status: z.enum(['PREMOD', 'SYSTEM_WITHHELD', 'REJECTED']).optional(),
  actions: z.array(z.object({ actionType: z.literal('FLAG'), reason: z.literal('COMMENT_DETECTED_TOXIC') })).optional(),
})
export type CoralAnswer = z.infer<typeof CoralAnswer>
