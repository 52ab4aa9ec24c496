import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { describeError } from '../domain/errors'
import { log } from '../log'
import type { Context } from '../services/context'
import { claimKey, IN_FLIGHT_MS, settleKey } from '../services/idempotency/once'
import { readExpanded } from './compressed'
import { problemResponse } from './problem'

type Work = (ctx: Context, request: Request) => Promise<Response>

const MAX_BYTES = 64 * 1024 * 1024
/** Of what is set, keys and secrets are told once and passwords sent: neither an answer nor a digest of the request may be kept. */
const SETTINGS = '/api/v1/settings/'
const STREAM = '/api/v1/comments/bulk'

/** Reading changes nothing, and a stream is answered line by line: both are the same however often they are sent. */
function isUncounted({ method, url }: Request): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  const { pathname } = new URL(url)
  return pathname === STREAM || pathname.startsWith(SETTINGS)
}

/**
 * Runs `work` once for each Idempotency-Key of an actor (IETF draft-ietf-httpapi-idempotency-key-header): the same
 * request again gets the same answer, marked `idempotent-replayed: true`. Without the header it costs nothing.
 *
 * @throws DomainError malformed, invalid_input, conflict, as `claimKey`
 */
export async function answerOnce(ctx: Context, request: Request, work: Work): Promise<Response> {
  const key = request.headers.get('idempotency-key')
  if (key === null || isUncounted(request)) return work(ctx, request)
  const { copy, hash } = await readWhole(request)
  const claim = await claimKey(ctx, key, hash)
  if ('answer' in claim) return replay(claim.answer)
  const response = await work({ ...ctx, idempotencyKey: key }, copy).catch(problemResponse)
  const text = await response.clone().text()
  const answer = { status: response.status, contentType: response.headers.get('content-type'), answer: text }
  const settle = () => settleKey(ctx, claim.claimed, answer)
  await settle().catch((error: unknown) => void settleLater(settle, error))
  return response
}

/**
 * What was done is told, although the database went away before the answer could be kept. That is tried again once a second, for as long as
 * the key would be taken for that of a request in flight.
 */
async function settleLater(settle: () => Promise<void>, failure: unknown): Promise<void> {
  log().warn({ err: describeError(failure) }, 'an answer for an Idempotency-Key is kept later')
  for (let tries = 0; tries < IN_FLIGHT_MS / 1000; tries += 1) {
    await setTimeout(1000, undefined, { ref: false })
    const isKept = await settle().then(
      () => true,
      () => false,
    )
    if (isKept) return
  }
}

/** The request with its body read, and what it is known by: method, address and body. */
async function readWhole(request: Request): Promise<{ copy: Request; hash: Buffer }> {
  const chunks: Uint8Array[] = []
  for await (const chunk of readExpanded(request, MAX_BYTES)) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const { pathname, search } = new URL(request.url)
  const hash = createHash('sha256').update(`${request.method} ${pathname}${search}\n`).update(body).digest()
  const headers = new Headers(request.headers)
  headers.delete('content-encoding')
  const init = { method: request.method, headers, ...(body.length > 0 ? { body: new Uint8Array(body) } : {}) }
  return { copy: new Request(request.url, init), hash }
}

function replay({ status, contentType, answer }: { status: number; contentType: string | null; answer: string | null }): Response {
  const headers = {
    'cache-control': 'no-store',
    'idempotent-replayed': 'true',
    ...(contentType === null ? {} : { 'content-type': contentType }),
  }
  return new Response(status === 204 ? null : answer, { status, headers })
}
