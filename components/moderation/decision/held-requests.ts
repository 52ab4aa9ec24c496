import { isSignedOut, isToSendAgain, ProblemError } from '../desk-api'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000

/**
 * Requests that wait for the connection, for the database behind it, or for somebody to sign in again: one that was not answered is
 * sent again until it is. The first one may have arrived all the same, and then the second is refused; `findEarlier` is asked whether
 * that was our own doing.
 */
export class HeldRequests {
  private count = 0
  private isOut = false
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** How many decisions wait for the connection now. */
  readonly getCount = (): number => this.count

  /** Whether they wait for this person to sign in again. */
  readonly getSignedOut = (): boolean => this.isOut

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
          if (!isToSendAgain(error)) {
            const earlier =
              isHeld && error instanceof ProblemError && error.problem.status === 409 ? await findEarlier().catch(() => null) : null
            if (earlier !== null) return earlier
            throw error
          }
          this.change(isHeld ? 0 : decisions, isSignedOut(error))
          isHeld = true
          await untilBack(wait)
        }
      }
    } finally {
      if (isHeld) this.change(-decisions, false)
    }
  }

  private change(by: number, isOut: boolean): void {
    this.count += by
    this.isOut = isOut
    this.listeners.forEach((listener) => listener())
  }
}

/** The browser is connected again, somebody came back to the page, somebody signed in on another (signed-in.ts). */
const SIGNS = ['online', 'focus', 'storage']

/** After a while, or as soon as one of the signs comes. */
function untilBack(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    for (const sign of SIGNS) window.addEventListener(sign, done)
  })
}
