import { z } from 'zod'
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverrideContext,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi'
import { AppealAnswer, AppealInput } from '../../contracts/appeal'
import { CommenterData } from '../../contracts/commenter-data'
import { Erasure } from '../../contracts/erasure'
import { FeedItem, FeedPage } from '../../contracts/feed'
import {
  AcceptedComment,
  ArticleInput,
  ArticleResource,
  CommentInput,
  CommentPatch,
  IngestAnswer,
  InvalidComment,
  ReportAnswer,
  ReportInput,
} from '../../contracts/ingest'
import { SOURCE_ID, type Operation } from '../../contracts/openapi/operation'
import { PATHS } from '../../contracts/openapi/paths'
import { Problem } from '../../contracts/problem'
import { CommentPage, CommentResource } from '../../contracts/read'
import { TransparencyReport } from '../../contracts/transparency'
import { WebhookMessage } from '../../contracts/webhook'
import type { ErrorCode } from '../../domain/errors'
import { PERSPECTIVE_PATHS } from './openapi-perspective'
import { WEBHOOKS } from './openapi-webhooks'
import { describeProblem } from '../problem'

const DESCRIPTION = `Everything is JSON in UTF-8. Send an API key with every request, as \`Authorization: Bearer …\`; keys are made in Settings → API keys.

A single object may be up to 1 MB, an array up to 8 MB and 1,000 comments; a body that has not arrived in full within a minute is refused with 408. Sending anything twice changes nothing, except a report with neither an id nor a reporter, which counts each time. Refusals are problem documents (RFC 9457), and a refused request has changed nothing. Writes take no conditions: one with If-Match, If-None-Match or If-Unmodified-Since is refused with 400, and so is a request with a parameter that its address does not have. Ignore fields you do not know: new ones may be added.`

let made: oas31.OpenAPIObject | undefined

/** The OpenAPI 3.1 document of the public API, made from the contracts the first time it is asked for. */
export function readApiDocument(): oas31.OpenAPIObject {
  return (made ??= makeApiDocument())
}

function makeApiDocument(): oas31.OpenAPIObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const [path, methods] of Object.entries(PATHS)) {
    paths[path] = Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [method, toOperation(operation, takesKey(method, operation))]),
    )
  }
  return createDocument(
    {
      openapi: '3.1.1',
      info: { title: 'Parley', version: '1', description: DESCRIPTION },
      // Relative: it counts from wherever this document is served.
      servers: [{ url: '/api/v1' }],
      tags: [
        { name: 'Articles' },
        { name: 'Comments' },
        { name: 'Reports' },
        { name: 'Appeals' },
        { name: 'Commenters' },
        { name: 'Decisions' },
        { name: 'Transparency' },
        { name: 'Webhooks' },
        { name: 'Coral' },
        { name: 'Perspective' },
      ],
      paths: { ...paths, ...PERSPECTIVE_PATHS },
      webhooks: WEBHOOKS,
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of the site, parley_…' },
          queryKey: {
            type: 'apiKey',
            in: 'query',
            name: 'key',
            description: 'An API key of the site, parley_…, in the place where Perspective took its key.',
          },
          coralSignature: {
            type: 'apiKey',
            in: 'header',
            name: 'X-Coral-Signature',
            description: 'sha256=… of the body: HMAC-SHA256 with the signing secret of the phase, in hex.',
          },
        },
        schemas: {
          ...{ ArticleInput, ArticleResource, CommentInput, CommentPatch, AcceptedComment, InvalidComment, IngestAnswer },
          ...{
            CommentResource,
            CommentPage,
            FeedItem,
            FeedPage,
            WebhookMessage,
            ReportInput,
            ReportAnswer,
            AppealInput,
            AppealAnswer,
            CommenterData,
            Erasure,
            TransparencyReport,
            Problem,
          },
        },
      },
    },
    { override: simplify },
  )
}

/** Answers may grow fields without breaking anybody, and a format says what its pattern of 300 characters repeats. */
function simplify({ jsonSchema, io }: ZodOpenApiOverrideContext): void {
  if (io === 'output') delete jsonSchema.additionalProperties
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
}

const IDEMPOTENCY = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe('The same key with the same request gets the same answer for a day, with the header idempotent-replayed: true.'),
})

const KNOWN = z.object({
  'if-none-match': z
    .string()
    .max(1000)
    .optional()
    .describe('The ETag of the answer you have. You get 304 without a body while it is still current.'),
})
const TAG = { schema: { type: 'string' as const }, description: 'Identifies this answer. Send it as If-None-Match next time.' }

/** Writes do, but for streams, which are the same however often they are sent. */
function takesKey(method: string, { scope, body }: Operation): boolean {
  return method !== 'get' && scope !== 'coral' && body?.mediaType === undefined
}

function toOperation(operation: Operation, hasKey: boolean): ZodOpenApiOperationObject {
  const { operationId, tag, summary, description, scope, path, query, body } = operation
  const asked = path && 'externalId' in path.shape ? SOURCE_ID.extend(query?.shape ?? {}) : query
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    security: [scope === 'coral' ? { coralSignature: [] } : { apiKey: [scope] }],
    requestParams: {
      ...(path ? { path } : {}),
      ...(asked ? { query: asked } : {}),
      ...(hasKey ? { header: IDEMPOTENCY } : operation.isRevalidated ? { header: KNOWN } : {}),
    },
    ...(body ? { requestBody: { required: true, content: { [body.mediaType ?? 'application/json']: describeBody(body) } } } : {}),
    responses: { ...toAnswers(operation), ...toRefusals(withParameterRefusal(hasKey ? withKeyRefusals(operation) : operation)) },
  }
}

function describeBody({ schema, example }: NonNullable<Operation['body']>) {
  return { schema, example }
}

function toAnswers({ answers, isRevalidated }: Operation): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {}
  for (const [status, { description, schema, example, mediaType = 'application/json' }] of Object.entries(answers)) {
    const content = schema && { [mediaType]: { schema, ...(example === undefined ? {} : { example }) } }
    responses[status as `${2}${string}`] = {
      description,
      ...(content ? { content } : {}),
      ...(isRevalidated ? { headers: { etag: TAG } } : {}),
    }
  }
  if (isRevalidated) responses['304'] = { description: 'Nothing has changed.', headers: { etag: TAG } }
  return responses
}

const IN_FLIGHT = 'A request with the same Idempotency-Key is still being answered.'
const OTHER_REQUEST = 'The Idempotency-Key was already used for a different request.'

/** What an Idempotency-Key can be refused for, beside what the operation refuses by itself. */
function withKeyRefusals(operation: Operation): Operation {
  const { conflict, invalid_input: invalid } = operation.refusals
  const refusals = {
    ...operation.refusals,
    conflict: conflict === undefined ? IN_FLIGHT : `${conflict} Or: ${IN_FLIGHT}`,
    invalid_input: invalid === undefined ? OTHER_REQUEST : `${invalid} Or: ${OTHER_REQUEST}`,
  }
  return { ...operation, refusals }
}

const UNKNOWN_PARAMETER = 'A parameter of the address is not known here, or is given more than once; errors names it.'

/** What lib/http/parameters.ts refuses of every operation with a key. */
function withParameterRefusal(operation: Operation): Operation {
  if (operation.scope === 'coral') return operation
  const { malformed } = operation.refusals
  const told = malformed === undefined ? UNKNOWN_PARAMETER : `${malformed} Or: ${UNKNOWN_PARAMETER}`
  return { ...operation, refusals: { ...operation.refusals, malformed: told } }
}

function toRefusals({ refusals }: Operation): ZodOpenApiResponsesObject {
  const content = { 'application/problem+json': { schema: Problem } }
  const responses: ZodOpenApiResponsesObject = {}
  for (const [code, description] of Object.entries(refusals) as [ErrorCode, string][]) {
    const { status, type } = describeProblem(code)
    const headers =
      status === 401 ? { headers: { 'www-authenticate': { schema: { type: 'string' as const }, description: 'Bearer' } } } : {}
    // Two codes may share a status.
    const other = responses[String(status) as `${4}${string}`] as { description: string } | undefined
    const told = `${description} (${type})`
    responses[String(status) as `${4}${string}`] = { description: other ? `${other.description} ${told}` : told, content, ...headers }
  }
  responses['500'] = {
    description: 'Something broke on the server, and nothing was changed. The detail has an id to quote. (/problems/fault)',
    content,
  }
  responses['503'] = {
    description:
      'The database cannot be reached just now, as while it starts anew. What was sent is not known to have been kept: send it again. (/problems/unavailable)',
    content,
    headers: { 'retry-after': { schema: { type: 'integer' as const }, description: 'Seconds after which to try again.' } },
  }
  return responses
}
