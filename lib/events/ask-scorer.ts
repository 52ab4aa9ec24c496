import { createHash } from 'node:crypto'
import { Agent, request } from 'undici'
import type { z } from 'zod'
import { AddressRefused, guardLookup, refuseAddress, type Resolve } from './public-address'
import { readRetryAfter } from './retry-after'
import { signMessage } from './send-webhook'

/** What is read of an answer: a score for each kind is a few hundred bytes. */
const MAX_ANSWER = 256 * 1024

/** A service to ask. */
export interface ScorerAddress {
  url: string
  apiKey: string | null
  /** whsec_…; null leaves requests unsigned. */
  signingSecret: string | null
  timeoutMs: number
}

/** An answer that fits its schema, or why there is none. */
export type ScorerAnswer<Reply> =
  | { reply: Reply; durationMs: number }
  | {
      reply: null
      /** In our words: nothing of the answer is in them. */
      failure: string
      /** Whether it is this text that it will not score: then trying again is of no use, and the service is well. */
      isRefusal: boolean
      /** Seconds the service asks us to wait. */
      retryAfter: number | null
      durationMs: number
    }

/** How scorers outside are asked. Made once: it keeps connections open. */
export class ScorerClient {
  readonly #agent: Agent

  constructor(
    readonly isPrivateAllowed: boolean,
    resolve?: Resolve,
  ) {
    this.#agent = new Agent({ connect: { timeout: 10_000, ...(isPrivateAllowed ? {} : { lookup: guardLookup(resolve) }) } })
  }

  /** Posts JSON and reads the answer. Redirects are not followed. Never throws. */
  async ask<Schema extends z.ZodType>(
    { url, apiKey, signingSecret, timeoutMs }: ScorerAddress,
    message: object,
    schema: Schema,
  ): Promise<ScorerAnswer<z.infer<Schema>>> {
    const started = performance.now()
    const fail = (failure: string, more: { isRefusal?: boolean; retryAfter?: number | null } = {}) => ({
      reply: null,
      failure,
      isRefusal: more.isRefusal ?? false,
      retryAfter: more.retryAfter ?? null,
      durationMs: Math.round(performance.now() - started),
    })
    const refusal = refuseAddress(url, this.isPrivateAllowed)
    if (refusal !== null) return fail(`The address ${refusal}.`)
    const body = JSON.stringify(message)
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const response = await request(url, {
        method: 'POST',
        dispatcher: this.#agent,
        headers: {
          ...{ 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'Parley' },
          ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
          ...(signingSecret === null ? {} : signMessage(idOf(body), body, [signingSecret])),
        },
        body,
        signal,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      })
      const { statusCode: status, headers } = response
      if (status < 200 || status >= 300) {
        response.body.on('error', () => undefined).destroy()
        return fail(explainStatus(status), {
          isRefusal: isAboutText(status),
          retryAfter: readRetryAfter(headers['retry-after'], new Date()),
        })
      }
      const text = await readSome(response.body, signal)
      if (text === null) return fail('Its answer was longer than 256 kB.')
      const parsed = schema.safeParse(parseJson(text))
      if (!parsed.success) return fail('Its answer was not of the expected shape.')
      return { reply: parsed.data, durationMs: Math.round(performance.now() - started) }
    } catch (error) {
      return fail(explain(error, timeoutMs))
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy()
  }
}

/** The same text has the same id at every try. */
function idOf(body: string): string {
  return `msg_${createHash('sha256').update(body).digest('hex').slice(0, 32)}`
}

/** Null when it is too long: the rest is not read. */
async function readSome(body: AsyncIterable<Buffer> & { destroy: () => unknown }, signal: AbortSignal): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    signal.throwIfAborted()
    size += chunk.length
    if (size > MAX_ANSWER) {
      body.destroy()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Malformed, too large, not processable: said of what was sent. Keys, addresses and limits are the service's own matter. */
function isAboutText(status: number): boolean {
  return status === 400 || status === 413 || status === 422
}

function explainStatus(status: number): string {
  return `It answered ${status}${status >= 300 && status < 400 ? ', and redirects are not followed' : ''}.`
}

function explain(error: unknown, timeoutMs: number): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof AddressRefused) return 'Its name leads to an address that is not of the open internet.'
  if (!(cause instanceof Error)) return 'There was no answer.'
  if (cause.name === 'TimeoutError' || /timeout/i.test(cause.name)) return `There was no answer within ${timeoutMs / 1000} s.`
  return `There was no answer: ${'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name}.`
}
