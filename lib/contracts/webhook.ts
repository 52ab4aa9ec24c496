import { z } from 'zod'
import type { DecisionKind } from '../domain/decisions'
import { FeedItem } from './feed'
import { filledText, storableText } from './text'

/** What a webhook receives: a decision, as it appears in the feed. */
export const WebhookMessage = z.object({
  type: z.enum(['comment.decided', 'article.decided']).describe('More types may be added: answer 2xx to those you do not know.'),
  timestamp: z.iso.datetime().describe('When it was decided.'),
  data: FeedItem,
})
export type WebhookMessage = z.infer<typeof WebhookMessage>

/** Body of `POST /api/v1/settings/webhooks`. */
export const WebhookInput = z.strictObject({
  url: filledText(2000),
  description: storableText(200).optional(),
})
export type WebhookInput = z.infer<typeof WebhookInput>

/** Body of `PATCH /api/v1/settings/webhooks/{id}`. */
export const WebhookPatch = z.strictObject({ isEnabled: z.boolean() })
export type WebhookPatch = z.infer<typeof WebhookPatch>

/** An address that receives decisions, as Settings lists it. The secret is shown once, when it is made or rotated. */
export interface WebhookResource {
  id: string
  url: string
  description: string
  createdAt: string
  disabledAt: string | null
  disabledReason: string | null
  /** Until when the secret before the last one signs too. */
  oldSecretUntil: string | null
  pending: number
  failed: number
  lastDeliveredAt: string | null
  /** Why it did not take the newest decision that waits to be tried again, and when; null when nothing does. */
  failing: { failure: string; at: string } | null
}

/** One decision on its way to one address, with its tries. */
export interface DeliveryResource {
  id: string
  decisionId: string
  commentExternalId: string
  kind: DecisionKind
  state: 'pending' | 'delivered' | 'failed'
  attempts: number
  nextAttemptAt: string | null
  settledAt: string | null
  log: { attemptedAt: string; durationMs: number; status: number | null; failure: string | null }[]
}
