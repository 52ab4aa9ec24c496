import type { Actor } from '../domain/actor'
import { DomainError } from '../domain/errors'
import { log } from '../log'
import { createContext } from '../services/create-context'
import type { Context } from '../services/context'
import { authenticate } from '../auth/authenticate'
import { answerOnce } from './idempotent'
import { refuseParameters } from './parameters'
import { problemResponse } from './problem'
import { countRequest } from './rate-limit'
import { WholeAnswer } from './whole-body'

/** What a route file exports: a plain function from request to answer. */
export type Handler = (request: Request) => Promise<Response>

/** A handler for signed-in users and API keys: authenticates, runs `work`, turns any error into a problem document. */
export function handle(work: (ctx: Context, request: Request) => Promise<Response>): Handler {
  return handlePublic(async (request) => {
    const actor = await authenticate(request)
    const { headers, refusal } = await countRequest(actor)
    const startedAt = performance.now()
    const refused = refusal ?? refuseConditions(request) ?? refuseParameters(request)
    const response = refused ? problemResponse(refused) : await answerOnce(createContext(actor), request, work).catch(problemResponse)
    logKeyWrite(actor, request, response.status, performance.now() - startedAt)
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    return response
  })
}

const CONDITIONS = ['If-Match', 'If-None-Match', 'If-Unmodified-Since']

/** A write that is made whatever its condition says would overwrite what it was to leave alone (RFC 9110, 13.2.1). */
function refuseConditions({ method, headers }: Request): DomainError | null {
  if (method === 'GET' || method === 'HEAD') return null
  const condition = CONDITIONS.find((name) => headers.has(name))
  if (condition === undefined) return null
  return new DomainError('malformed', `${condition} is not looked at on writes. Leave it out: of two texts, revision says which is newer.`)
}

/** Every write with a key leaves a line, without any text of it. */
function logKeyWrite(actor: Actor, request: Request, status: number, ms: number): void {
  if (actor.kind !== 'api_key' || request.method === 'GET' || request.method === 'HEAD') return
  // Who somebody is outlives them in no log.
  const path = new URL(request.url).pathname.replace(/(\/commenters\/)[^/]+/, '$1…')
  log().info({ keyId: actor.id, key: actor.name, method: request.method, path, status, ms: Math.round(ms) }, 'written with a key')
}

/** A handler that anybody may call. */
export function handlePublic(work: Handler): Handler {
  return async (request) => {
    try {
      return await work(request)
    } catch (error) {
      return problemResponse(error)
    }
  }
}

/** A JSON answer that no cache keeps. */
export const json = (value: unknown, status = 200): Response => whole(JSON.stringify(value), status)

const written = new WeakMap<object, Uint8Array<ArrayBuffer>>()

/** The same where several may be given one value at once: it is written once. */
export function sharedJson(value: object): Response {
  const bytes = written.get(value) ?? Buffer.from(JSON.stringify(value))
  written.set(value, bytes)
  return whole(bytes, 200)
}

const whole = (content: string | Uint8Array<ArrayBuffer>, status: number) =>
  new WholeAnswer(content, { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })

/**
 * The path segment after `name`, decoded: `segmentAfter(request, 'articles')` of /api/v1/articles/a%2F1 is a/1.
 * Handlers read it here and not from Next's params, so that they work wherever they are mounted.
 *
 * @throws DomainError malformed when it is not valid percent-encoding, not_found when it is missing
 */
export function segmentAfter(request: Request, name: string): string {
  const segments = new URL(request.url).pathname.split('/')
  const raw = segments[segments.indexOf(name) + 1]
  if (raw === undefined || raw === '') throw new DomainError('not_found', `The address has nothing after ${name}.`)
  try {
    return decodeURIComponent(raw)
  } catch {
    throw new DomainError('malformed', 'The address is not valid percent-encoding.')
  }
}
