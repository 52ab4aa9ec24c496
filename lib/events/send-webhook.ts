import { Webhook } from 'standardwebhooks'
import { Agent, request } from 'undici'
import { AddressRefused, guardLookup, refuseAddress, type Resolve } from './public-address'
import { readRetryAfter } from './retry-after'

const TIMEOUT_MS = 15_000
/** What is read of an answer before the connection is given up: nothing in it matters. */
const MAX_ANSWER = 64 * 1024

export interface Message {
  /** Of the decision: the same at every try. */
  id: string
  body: string
}

export interface Receiver {
  url: string
  /** Those that sign, the newest first. */
  secrets: string[]
}

/** What a try came to: an answer with its status, or why there was none. */
export interface Outcome {
  status: number | null
  failure: string | null
  /** Seconds the receiver asks us to wait. */
  retryAfter: number | null
  durationMs: number
}

/** How webhooks go out. Made once: it keeps connections open. */
export class WebhookSender {
  readonly #agent: Agent

  constructor(
    readonly isPrivateAllowed: boolean,
    resolve?: Resolve,
  ) {
    this.#agent = new Agent({
      connect: { timeout: TIMEOUT_MS, ...(isPrivateAllowed ? {} : { lookup: guardLookup(resolve) }) },
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    })
  }

  /** Signs and posts a message by the Standard Webhooks specification. Redirects are not followed. Never throws. */
  async send({ id, body }: Message, { url, secrets }: Receiver): Promise<Outcome> {
    const started = performance.now()
    const done = (outcome: Pick<Outcome, 'status' | 'failure'>, retryAfter: number | null = null): Outcome => ({
      ...outcome,
      retryAfter,
      durationMs: Math.round(performance.now() - started),
    })
    const refusal = refuseAddress(url, this.isPrivateAllowed)
    if (refusal !== null) return done({ status: null, failure: `The address ${refusal}.` })
    try {
      const response = await request(url, {
        method: 'POST',
        dispatcher: this.#agent,
        headers: { 'content-type': 'application/json', 'user-agent': 'Parley', ...signMessage(id, body, secrets) },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      await response.body.dump({ limit: MAX_ANSWER }).catch(() => undefined)
      const { statusCode: status, headers } = response
      if (status >= 200 && status < 300) return done({ status, failure: null })
      const why = status >= 300 && status < 400 ? ', and redirects are not followed' : ''
      return done({ status, failure: `It answered ${status}${why}.` }, readRetryAfter(headers['retry-after'], new Date()))
    } catch (error) {
      return done({ status: null, failure: explain(error) })
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy()
  }
}

/** The headers by which a message is signed, by the Standard Webhooks specification. */
export function signMessage(id: string, body: string, secrets: readonly string[]): Record<string, string> {
  const now = new Date()
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  }
}

function explain(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof AddressRefused) return cause.message
  if (!(cause instanceof Error)) return 'There was no answer.'
  if (cause.name === 'TimeoutError' || /timeout/i.test(cause.name)) return `There was no answer within ${TIMEOUT_MS / 1000} seconds.`
  return `There was no answer: ${'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name}.`
}
