import { isUnanswered, ProblemError } from '../desk-api'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000

/**
 * Requests that wait for the connection, or for the database behind it: one that was not answered is sent again until it is. The first one may have arrived
 * all the same, and then the second is refused; `findEarlier` is asked whether that was our own doing.
 */
export class HeldRequests {
  private count = 0
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** How many decisions wait for the connection now. */
  readonly getCount = (): number => this.count

  /**
   * Sends until there is an answer, a refusal included.
   *
   * @param decisions how many are in it
   */
  async run<Answer>(send: () => Promise<Answer>, findEarlier: () => Promise<Answer | null>, decisions = 1): Promise<Answer> {
    let isHeld = false
    try {
      for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
        try {
          return await send()
        } catch (error) {
          if (!isUnanswered(error)) {
            const earlier =
              isHeld && error instanceof ProblemError && error.problem.status === 409 ? await findEarlier().catch(() => null) : null
            if (earlier !== null) return earlier
            throw error
          }
          if (!isHeld) this.change(decisions)
          isHeld = true
          await untilOnline(wait)
        }
      }
    } finally {
      if (isHeld) this.change(-decisions)
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
