import type { GoogleError } from '../../contracts/perspective'
import { DomainError } from '../../domain/errors'
import { PerspectiveRefusal } from '../../domain/perspective-refusal'
import { authenticateQueryKey } from '../../auth/query-key'
import { createContext } from '../../services/create-context'
import { refuseIfAway } from '../../services/health/away'
import { analyzeText } from '../../services/perspective/analyze'
import { nameFieldsAsJson } from '../../services/perspective/field-names'
import { readJson } from '../body'
import type { Handler } from '../handler'
import { reportFault } from '../problem'
import { countRequest, type RateHeaders } from '../rate-limit'
import { WholeAnswer } from '../whole-body'
import type { Context } from '../../services/context'

/** Google's names for statuses, and ours for them. */
const STATUSES = {
  400: 'INVALID_ARGUMENT',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  413: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
} as const
const CODES: Partial<Record<DomainError['code'], keyof typeof STATUSES>> = {
  ...{ malformed: 400, invalid_input: 400, unsupported_format: 400, too_large: 413 },
  ...{ unauthenticated: 403, forbidden: 403, not_found: 404, rate_limited: 429, unavailable: 503 },
}

/** A handler at an address of Perspective's: the key is in the query, and refusals are in the shape of Google's APIs. */
function handlePerspective(work: (ctx: Context, request: Request) => Promise<object>): Handler {
  return async (request) => {
    let limits: RateHeaders = {}
    try {
      const actor = await authenticateQueryKey(request)
      const { headers, refusal } = await countRequest(actor)
      limits = headers
      if (refusal) throw refusal
      return answer(await work(createContext(actor), request), 200, limits)
    } catch (thrown) {
      const error = refuseIfAway(thrown)
      const wait = error instanceof DomainError ? error.detail.retryAfterSeconds : undefined
      const refused = toGoogleError(error)
      return answer(refused, refused.error.code, { ...limits, ...(wait === undefined ? {} : { 'retry-after': String(Math.ceil(wait)) }) })
    }
  }
}

/** `POST /v1alpha1/comments:analyze?key=…`: scores a text as Perspective did. Nothing is stored. */
export const handlePostAnalyze = handlePerspective(async (ctx, request) => analyzeText(ctx, await readJson(request)))

/** `POST /v1alpha1/comments:suggestscore?key=…`: answered as Perspective did, and passed over: Parley learns from decisions. */
export const handlePostSuggestScore = handlePerspective(async (_ctx, request) => {
  const body = nameFieldsAsJson(await readJson(request)) as { clientToken?: unknown; languages?: unknown } | null
  const token = body?.clientToken
  return { ...(typeof token === 'string' ? { clientToken: token } : {}), requestedLanguages: [], detectedLanguages: [] }
})

/** The handler of a path under /v1alpha1; undefined where Perspective has none. */
function findPerspectiveHandler(path: string): Handler | undefined {
  const name = decodeColon(path)
  if (name === '/v1alpha1/comments:analyze') return handlePostAnalyze
  return name === '/v1alpha1/comments:suggestscore' ? handlePostSuggestScore : undefined
}

/** For Next: whatever is posted under /v1alpha1. */
export const handlePostPerspective: Handler = async (request) => {
  const handler = findPerspectiveHandler(new URL(request.url).pathname)
  if (handler) return handler(request)
  return answer(toGoogleError(new DomainError('not_found', 'There is no such method here.')), 404, {})
}

/** Some clients percent-encode the colon. */
function decodeColon(path: string): string {
  return path.replace(/%3a/i, ':')
}

function toGoogleError(error: unknown): GoogleError {
  if (error instanceof PerspectiveRefusal) {
    const details = [{ '@type': 'type.googleapis.com/google.commentanalyzer.v1alpha1.Error', errorType: error.errorType, ...error.detail }]
    return { error: { code: 400, message: error.message, status: STATUSES[400], details } }
  }
  if (!(error instanceof DomainError))
    return {
      error: { code: 500, message: `Something broke here. Tell whoever runs Parley this id: ${reportFault(error)}`, status: 'INTERNAL' },
    }
  const isWrongKey = error.code === 'unauthenticated' && error.detail.problems !== undefined
  if (isWrongKey) {
    const info = { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID', domain: 'googleapis.com' }
    return { error: { code: 400, message: error.message, status: STATUSES[400], details: [info] } }
  }
  const code = CODES[error.code] ?? 400
  return { error: { code, message: error.message, status: STATUSES[code] } }
}

function answer(value: object, status: number, headers: Record<string, string>): Response {
  const text = JSON.stringify(value)
  const all = { 'content-type': 'application/json; charset=UTF-8', 'cache-control': 'no-store', ...headers }
  return new WholeAnswer(text, { status, headers: all })
}
