import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { AnalyzeAnswer, AnalyzeRequest, GoogleError } from '../../contracts/perspective'

const REFUSALS = Object.fromEntries(
  Object.entries({
    400: 'The comment is empty, longer than 20,480 bytes or not in English, an attribute is not scored here, the body is not valid, or the key is unknown. The errorType in details says which.',
    403: 'The key is missing, or lacks the scope score.',
    413: 'The body is larger than 1 MB.',
    429: 'The key has used up its requests for this minute; Retry-After says when to continue.',
    500: 'Something broke here.',
  }).map(([status, description]) => [status, { description, content: { 'application/json': { schema: GoogleError } } }]),
)

/** What stands at the root, beside the API: the method of Perspective that sites call, so that they change a base address and go on. */
export const PERSPECTIVE_PATHS: ZodOpenApiPathsObject = {
  '/v1alpha1/comments:analyze': {
    post: {
      operationId: 'analyzeComment',
      tags: ['Perspective'],
      summary: 'Score a text as Perspective did',
      description:
        'Takes the requests that commentanalyzer.googleapis.com took and answers in the same form. The address is at the root, not below /api/v1. The key needs the scope score and goes in the address (?key=) or in X-Goog-Api-Key. Nothing is stored. SEXUALLY_EXPLICIT and FLIRTATION are not scored. Refusals have the form of Google’s APIs. comments:suggestscore is answered too, but ignored. Google’s client libraries find both at /$discovery/rest?version=v1alpha1.',
      servers: [{ url: '/' }],
      security: [{ queryKey: [] }],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: AnalyzeRequest,
            example: { comment: { text: 'You are an idiot.' }, languages: ['en'], requestedAttributes: { TOXICITY: {}, INSULT: {} } },
          },
        },
      },
      responses: {
        200: { description: 'The scores that reach their threshold.', content: { 'application/json': { schema: AnalyzeAnswer } } },
        ...REFUSALS,
      },
    },
  },
}
