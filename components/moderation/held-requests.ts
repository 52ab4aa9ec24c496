import { UnreachableError } from './desk-api'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000

/**
 * Requests that wait for the connection: one that was not answered is sent again, under the same Idempotency-Key, until it
 * is. Whether the first one arrived does not matter then: the server answers both the same.
 */
export class HeldRequests {
  private count = 0
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** How many wait for the connection now. */
  readonly getCount = (): number => this.count

  /** Sends until there is an answer, a refusal included. */
  async run<Answer>(send: (key: string) => Promise<Answer>): Promise<Answer> {
    const key = crypto.randomUUID()
    let isHeld = false
    try {
      for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
        try {
          return await send(key)
        } catch (error) {
          if (!(error instanceof UnreachableError)) throw error
          if (!isHeld) this.change(1)
          isHeld = true
          await untilOnline(wait)
        }
      }
    } finally {
      if (isHeld) this.change(-1)
    }
  }

  private change(by: number): void {
    this.count += by
    this.listeners.forEach((listener) => listener())
  }
}

/** After a while, or as soon as the browser says that it is connected again. */
function untilOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    window.addEventListener('online', done)
  })
}
