import { z } from 'zod'
import type { Scope } from '../../domain/actor'
import type { ErrorCode } from '../../domain/errors'
import { ExternalId } from '../text'

/** An answer that is not a refusal. Without a schema it has no body. */
export interface Answer {
  description: string
  schema?: z.ZodType
  example?: unknown
  /** Default: application/json. For NDJSON the schema is that of one line. */
  mediaType?: string
}

/** One operation of the public API: what goes in, what can come out. */
export interface Operation {
  operationId: string
  tag: 'Articles' | 'Comments' | 'Reports' | 'Appeals' | 'Commenters' | 'Decisions' | 'Transparency' | 'Coral'
  summary: string
  description: string
  /** What the key must be allowed to; or Coral, which signs its requests instead. */
  scope: Scope | 'coral'
  path?: z.ZodObject
  query?: z.ZodObject
  body?: { schema: z.ZodType; example: unknown; mediaType?: string }
  answers: Record<number, Answer>
  /** Whether what it answers has an ETag, by which it can be asked for again. */
  isRevalidated?: true
  /** Every way it can refuse, and when. Faults of the server can come from any operation and are not listed. */
  refusals: Partial<Record<ErrorCode, string>>
}

/** Operations by path template and method. */
export type PathTable = Record<string, Partial<Record<'get' | 'put' | 'post' | 'patch' | 'delete', Operation>>>

/** The parameter of an address with an external id in it; `what` names whose. */
export function externalIdOf(what: string): z.ZodObject {
  return z.object({ externalId: ExternalId.describe(`Your own id of the ${what}, percent-encoded.`) })
}

/** What every such address also takes in its query (lib/http/external-id.ts). */
export const SOURCE_ID = z.object({
  sourceId: ExternalId.optional().describe(
    'Your own id, in place of the one in the path, for ids that a path cannot carry: ".", "..", "bulk" and, behind a proxy that decodes %2F, ids with a slash. The path then has "_", as in /comments/_?sourceId=bulk.',
  ),
})

const UNAUTHENTICATED = 'The API key is missing, unknown or revoked.'

/** What refuses every request to an address with an external id, by the scope that is needed. */
export function refuseAnyone(scope: Scope) {
  const limit =
    'The API key has used up its requests for this minute. Retry-After says when to continue; the ratelimit headers of every answer say what is left.'
  return { unauthenticated: UNAUTHENTICATED, forbidden: `The API key lacks the scope ${scope}.`, rate_limited: limit }
}

/** What refuses a request with one JSON object in it. */
export const REFUSED_BODY = {
  malformed: 'The body is not JSON in UTF-8, or the address is not valid percent-encoding.',
  too_large: 'The body is larger than 1 MB. Nothing was stored.',
  unsupported_format: 'The content type is not application/json.',
  invalid_input: 'A field is missing, unknown or not valid; errors names each.',
}

/** What refuses a request without a body, by its address. */
export const REFUSED_ADDRESS = {
  malformed: 'The address is not valid percent-encoding.',
  invalid_input: 'The external id or a parameter is not valid; errors names it.',
}
