import { encode } from 'next-auth/jwt'
import { uuidv7 } from 'uuidv7'
import { readSecret } from '@/lib/auth/secret'
import type { QueuePage } from '@/lib/contracts/queue'
import { getDb } from '@/lib/db/connection'

/** A moderator at work takes a breath between two comments. */
const BREATH_MS = 50

export interface TriageTimes {
  p50: number
  p95: number
  worst: number
  count: number
}

/** A moderator who reads the queue's first page and decides its first comment, again and again, by HTTP. */
export class Triage {
  readonly #times: { queue: number[]; decision: number[] } = { queue: [], decision: [] }
  #isOver = false
  #running: Promise<void> = Promise.resolve()

  constructor(
    private readonly origin: string,
    private readonly siteId: string,
  ) {}

  async start(): Promise<void> {
    const [userId, sessionId] = [uuidv7(), uuidv7()]
    await getDb().prisma.user.create({ data: { id: userId, email: `${userId}@example.org`, name: 'Mo', role: 'moderator' } })
    const expiresAt = new Date(Date.now() + 3_600_000)
    await getDb().prisma.session.create({ data: { id: sessionId, userId, siteId: this.siteId, expiresAt } })
    const token = await encode({ token: { sid: sessionId }, secret: readSecret() })
    this.#running = this.#work({
      cookie: `next-auth.session-token=${token}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    })
  }

  /** In ms, of answers read whole. */
  async stop(): Promise<{ queue: TriageTimes; decision: TriageTimes }> {
    this.#isOver = true
    await this.#running
    return { queue: summarise(this.#times.queue), decision: summarise(this.#times.decision) }
  }

  async #work(headers: Record<string, string>): Promise<void> {
    while (!this.#isOver) {
      const page = await this.#time<QueuePage>('queue', '/queue?queue=newest', { headers })
      const [row] = page.rows
      if (row) {
        const body = JSON.stringify({ version: row.version, act: { kind: 'approve' } })
        await this.#time('decision', `/comments/${row.id}/decisions`, { method: 'POST', headers, body })
      }
      await new Promise((resolve) => setTimeout(resolve, BREATH_MS))
    }
  }

  async #time<Answer>(what: 'queue' | 'decision', at: string, init: RequestInit): Promise<Answer> {
    const started = performance.now()
    const response = await fetch(`${this.origin}/api/v1/desk${at}`, init)
    const answer = (await response.json()) as Answer
    if (!response.ok && response.status !== 409) throw new Error(`${at}: ${response.status} ${JSON.stringify(answer)}`)
    this.#times[what].push(performance.now() - started)
    return answer
  }
}

function summarise(times: number[]): TriageTimes {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN) * 10) / 10
  return { p50: at(0.5), p95: at(0.95), worst: at(1), count: sorted.length }
}
