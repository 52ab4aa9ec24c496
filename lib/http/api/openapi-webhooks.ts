import { z } from 'zod'
import type { ZodOpenApiObject } from 'zod-openapi'
import { DECISION } from '../../contracts/openapi/feed'
import { WebhookMessage } from '../../contracts/webhook'

const HEADERS = z.object({
  'webhook-id': z.uuid().describe('Of the decision; the same at every try, so that you can pass over what you have.'),
  'webhook-timestamp': z.string().describe('Seconds since 1970 of this try.'),
  'webhook-signature': z.string().describe('v1,… over id, timestamp and body; after a rotation two of them, set apart by a space.'),
})

/** What Parley sends, to addresses that are entered in Settings → Webhooks. */
export const WEBHOOKS: NonNullable<ZodOpenApiObject['webhooks']> = {
  decision: {
    post: {
      operationId: 'receiveDecision',
      tags: ['Webhooks'],
      summary: 'Receive a decision',
      description:
        'Parley posts this to each address in Settings → Webhooks, signed with its secret by the Standard Webhooks specification: at least once, in order for each comment, tried again for three days. Verify the body as it came, before it is parsed. Redirects are not followed.',
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
        '2XX': { description: 'It has arrived. Answer within 15 seconds, and do what takes longer afterwards.' },
        '410': { description: 'Nobody is there any more: Parley turns the webhook off.' },
        default: { description: 'It is tried again, not before Retry-After (seconds) if you send one.' },
      },
    },
  },
}
