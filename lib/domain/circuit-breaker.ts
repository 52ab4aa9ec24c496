/** Failures in a row that open the breaker. */
const OPENS_AFTER = 5
/** How long it stays open the first time, in milliseconds; doubled each time a trial fails. */
const FIRST_PAUSE_MS = 15_000
const LONGEST_PAUSE_MS = 10 * 60_000
/** Pauses are spread by a fifth either way, so that what failed together does not come back together. */
const SPREAD = 0.2

/**
 * Whether a service may be called. Closed while it answers; after five failures in a row it is open, and nobody calls; when
 * the pause is over, one call at a time is a trial, which closes it again or opens it for twice as long.
 */
export interface CircuitBreaker {
  /** In a row. */
  failures: number
  /** How often it opened without closing in between. */
  trips: number
  openUntil: Date | null
}

export type BreakerState = 'closed' | 'open' | 'trial'

/** How the breaker stands at a moment. */
export function stateOf({ openUntil }: CircuitBreaker, now: Date): BreakerState {
  if (openUntil === null) return 'closed'
  return openUntil > now ? 'open' : 'trial'
}

/** The breaker after an answer. */
export function afterSuccess(): CircuitBreaker {
  return { failures: 0, trips: 0, openUntil: null }
}

/**
 * The breaker after a failure. One that comes late, when others have opened it already, changes nothing.
 *
 * @param chance 0–1, evenly spread
 */
export function afterFailure(breaker: CircuitBreaker, now: Date, chance: number): CircuitBreaker {
  const state = stateOf(breaker, now)
  if (state === 'open') return breaker
  const failures = breaker.failures + 1
  if (state === 'closed' && failures < OPENS_AFTER) return { ...breaker, failures }
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** breaker.trips, LONGEST_PAUSE_MS) * (1 + SPREAD * (2 * chance - 1))
  return { failures, trips: breaker.trips + 1, openUntil: new Date(now.getTime() + pause) }
}
