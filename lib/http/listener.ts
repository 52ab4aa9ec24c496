import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { DomainError } from '../domain/errors'
import { readEnv } from '../env'
import type { Handler } from './handler'
import { refuseBroken } from './broken-request'
import { untilHalfClosed } from './half-closed'
import { findHotHandler, isUnhurried } from './hot-routes'
import { refuseSlowBody, reportFault } from './problem'
import { refuseHeaders } from './request-headers'
import { refuseRequest, toOriginForm } from './request-target'
import { isRouterTree } from './router-tree'
import { isBehindOthers, waitForTurn } from './turn'
import { keepBody, keepLeaving, WholeAnswer } from './whole-body'

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Bodies of a known length up to this are read whole before the handler is called: a stream costs more than they do. */
const WHOLE_UP_TO = 1024 * 1024
/** How long they, and those that Next reads, may take to come: one who sends a byte now and then would hold a connection for ever. */
const WHOLE_WITHIN_MS = 60_000
/** What is longer, or of a length that is not told, may take so many times as long. */
const LONGER = 5
/** How long a client may go on sending what nobody reads. */
const PASS_OVER_MS = 10_000

/**
 * The HTTP server: hot handlers directly, everything else through Next. Next spends 1.5–2 ms of CPU on a request before
 * its handler is called; a handler that is called from here costs some 0.1 ms. `findHandler` says which are hot.
 */
export function createFront(handleByNext: NodeHandler, findHandler = findHotHandler, wholeWithinMs = WHOLE_WITHIN_MS): Server {
  const limits = { requestTimeout: 0, headersTimeout: 20_000, keepAliveTimeout: 65_000 }
  // A stream may be silent for hours; that the machine at its other end is gone, the network is asked about.
  const probes = { keepAlive: true, keepAliveInitialDelay: 60_000 }
  return createServer({ ...limits, ...probes }, (request, response) => {
    nameClient(request)
    dropBrokenTree(request)
    response.setHeader('x-content-type-options', 'nosniff')
    const url = (request.url = toOriginForm(request.url ?? '/'))
    const method = request.method ?? 'GET'
    const query = url.indexOf('?')
    const refusal = refuseRequest(method, url) ?? refuseHeaders(request)
    const path = query === -1 ? url : url.slice(0, query)
    const handler = findHandler(method, path)
    const handled = () => {
      if (refusal) return respond(refusal, request, response)
      if (handler) return answer(handler, request, response, wholeWithinMs)
      // In development Next is given the streams too.
      if (!findHotHandler(method, path)) endAfter(request, wholeWithinMs)
      return handleByNext(request, response)
    }
    const work = isBehindOthers(response) ? afterOthers(request, response, handled) : handled()
    work.catch((error: unknown) => endWithFault(response, error))
  }).on('clientError', refuseBroken)
}

async function afterOthers(request: IncomingMessage, response: ServerResponse, handled: () => Promise<void>): Promise<void> {
  if (await waitForTurn(request, response)) await handled()
}

/**
 * Removes all listeners for upgrades, so that upgrades are ignored, as RFC 9110 (7.8) permits. Next listens for those of its
 * development server and breaks off every other; Java's client asks for HTTP/2 this way with each first request.
 */
export function passOverUpgrades(server: Server): Server {
  return server.on('newListener', (event: string, listener: (...args: unknown[]) => void) => {
    if (event === 'upgrade') queueMicrotask(() => server.off('upgrade', listener))
  })
}

/** Tells the handlers, which see only a Request, where it came from; what the client itself says there is dropped. */
function nameClient(request: IncomingMessage): void {
  const forwarded = readEnv().TRUST_PROXY ? request.headers['x-forwarded-for'] : undefined
  const last = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(',').at(-1)?.trim()
  request.headers['x-parley-client'] = last ?? request.socket.remoteAddress ?? 'unknown'
}

/** Next answers with a fault to its own header where that is broken; without it, with the whole page. */
function dropBrokenTree(request: IncomingMessage): void {
  const tree = request.headers['next-router-state-tree']
  if (tree !== undefined && !isRouterTree(String(tree))) delete request.headers['next-router-state-tree']
}

/** Calls a Fetch-style handler with a Node request and sends what it answers. */
async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse, withinMs: number): Promise<void> {
  const body = await readBody(request, withinMs)
  if (body === 'cut off') return
  if (body === 'too slow') return respond(refuseSlowBody(), request, response)
  const isStreamed = body !== null && !Buffer.isBuffer(body) && !isUnhurried(handler)
  const tooLate = isStreamed ? signalLate(request, withinMs * LONGER) : null
  const answered = await handler(toFetchRequest(request, body, response, tooLate))
  await respond(tooLate?.aborted ? refuseSlowBody() : answered, request, response)
}

/** Aborted when the request has not come to its end by then. */
function signalLate(request: IncomingMessage, ms: number): AbortSignal {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), ms).unref()
  for (const over of ['end', 'close']) request.once(over, () => clearTimeout(timer))
  return late.signal
}

/** Sends a Fetch-style answer. */
async function respond(answered: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.statusCode = answered.status
  answered.headers.forEach((value, name) => response.appendHeader(name, value))
  if (answered instanceof WholeAnswer) response.end(answered.whole)
  else if (answered.body === null) response.end()
  else await send(answered.body, response, signalLeaving(response))
  if (!request.complete) passOver(request)
}

/** Aborted when the client goes away before it has its answer. */
function signalLeaving(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  const leave = () => {
    if (!response.writableFinished) gone.abort()
  }
  if (response.destroyed) leave()
  else response.once('close', leave)
  return gone.signal
}

/** What a handler left unread is read and dropped, or it would block the connection's next request; not for ever, though. */
function passOver(request: IncomingMessage): void {
  request.resume()
  endAfter(request, PASS_OVER_MS)
}

/** Gives a request up that has not come to its end by then. */
function endAfter(request: IncomingMessage, ms: number): void {
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy()
  }, ms).unref()
  request.once('close', () => clearTimeout(timer))
}

type Body = Buffer | IncomingMessage | null

/** Small bodies whole, others as they come. */
async function readBody(request: IncomingMessage, withinMs: number): Promise<Body | 'cut off' | 'too slow'> {
  const length = Number(request.headers['content-length'] ?? NaN)
  if (length === 0 || (Number.isNaN(length) && request.headers['transfer-encoding'] === undefined)) return null
  if (!(length <= WHOLE_UP_TO)) return request
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('too slow'), withinMs).unref()
    request.once('close', () => clearTimeout(timer))
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks)))
    // The client went away within its own request: nobody is there to be told.
    request.once('error', () => resolve('cut off'))
    request.once('close', () => resolve('cut off'))
  })
}

function toFetchRequest(request: IncomingMessage, body: Body, response: ServerResponse, tooLate: AbortSignal | null): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one)
    else if (value !== undefined) headers.set(name, value)
  }
  const method = request.method ?? 'GET'
  const host = /^[\w.:[\]-]+$/.test(request.headers.host ?? '') ? request.headers.host : 'localhost'
  // A host that is none, such as one with port 99999, costs nobody the path.
  const targets = [`http://${host}${request.url}`, `http://localhost${request.url}`]
  const target = targets.find((address) => URL.canParse(address)) ?? 'http://localhost/'
  if (body === null || method === 'GET' || method === 'HEAD') {
    return keepLeaving(new Request(target, { method, headers }), () => signalLeaving(response))
  }
  // What is here whole is answered in one go: nobody asks whether the client is still there.
  if (Buffer.isBuffer(body)) return keepBody(new Request(target, { method, headers }), body)
  // Node's fetch wants `duplex` with a stream; the DOM types do not know it.
  const stream = { body: toStream(body, tooLate), duplex: 'half', signal: signalLeaving(response) }
  return new Request(target, { method, headers, ...stream })
}

/** The body as it comes, no faster than it is read, until it is too late. A reader who stops early gives up the body, not the connection. */
function toStream(request: IncomingMessage, tooLate: AbortSignal | null): ReadableStream<Uint8Array> {
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>
  const next = () => chunks.next().catch(() => Promise.reject(brokenOff()))
  const read = untilHalfClosed(request, next, brokenOff)
  const givenUp = tooLate && new Promise<never>((_, reject) => tooLate.addEventListener('abort', () => reject(brokenOff())))
  givenUp?.catch(() => undefined)
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await (givenUp ? Promise.race([read(), givenUp]) : read())
        if (next.done === true) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: async () => void (await chunks.return?.()),
    },
    { highWaterMark: 0 },
  )
}

/** The client's doing and nobody's fault: it is not to be logged as one. */
function brokenOff(): DomainError {
  return new DomainError('malformed', 'The request broke off within its body.')
}

/** Sends a stream piece by piece, no faster than the client reads. */
async function send(body: ReadableStream<Uint8Array>, response: ServerResponse, gone: AbortSignal): Promise<void> {
  const reader = body.getReader()
  const giveUp = () => void reader.cancel().catch(() => undefined)
  // Whoever left before there was an answer is told of no more: nothing would let go of what the stream holds.
  if (gone.aborted) giveUp()
  gone.addEventListener('abort', giveUp, { once: true })
  for (;;) {
    const { done, value } = await reader.read()
    if (done || gone.aborted) break
    if (!response.write(value)) await drained(response, gone)
  }
  response.end()
}

/** A long answer waits here thousands of times: each wait takes its listeners away again. */
async function drained(response: ServerResponse, gone: AbortSignal): Promise<void> {
  if (gone.aborted) return
  await new Promise<void>((resolve) => {
    const goOn = () => {
      response.off('drain', goOn)
      gone.removeEventListener('abort', goOn)
      resolve()
    }
    response.once('drain', goOn)
    gone.addEventListener('abort', goOn)
  })
}

/** What has begun is broken off: brought to an end, a part would be taken for the whole. */
function endWithFault(response: ServerResponse, error: unknown): void {
  reportFault(error)
  if (response.headersSent) response.destroy()
  else response.writeHead(500).end()
}
