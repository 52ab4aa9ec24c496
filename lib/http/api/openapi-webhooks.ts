import { z } from 'zod'
import type { ZodOpenApiObject } from 'zod-openapi'
import { DECISION } from '../../contracts/openapi/feed'
import { WebhookMessage } from '../../contracts/webhook'

const HEADERS = z.object({
  'webhook-id': z.uuid().describe('The id of the decision; the same at every attempt, so that you can skip what you already have.'),
  'webhook-timestamp': z.string().describe('When this attempt was made, in seconds since 1970.'),
  'webhook-signature': z.string().describe('v1,… over id, timestamp and body; after a rotation there are two, separated by a space.'),
})

/** What Parley sends, to addresses that are entered in Settings → Webhooks. */
export const WEBHOOKS: NonNullable<ZodOpenApiObject['webhooks']> = {
  decision: {
    post: {
      operationId: 'receiveDecision',
      tags: ['Webhooks'],
      summary: 'Receive a decision',
      description:
        'Parley posts this to each address in Settings → Webhooks, signed with that webhook’s secret as the Standard Webhooks specification says: at least once, in order for each comment, retried for three days. Verify the raw body, before you parse it. Redirects are not followed.',
      requestParams: { header: HEADERS },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: WebhookMessage,
            example: { type: 'comment.decided', timestamp: DECISION.decidedAt, data: DECISION } satisfies WebhookMessage,
          },
        },
      },
      responses: {
        '2XX': { description: 'It has arrived. Answer within 15 seconds, and do anything slow afterwards.' },
        '410': { description: 'The receiver is gone: Parley turns the webhook off.' },
        default: { description: 'It is tried again, no sooner than Retry-After (in seconds) if you send that.' },
      },
    },
  },
}
