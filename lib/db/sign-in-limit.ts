import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { getPool } from './connection'

/** A counter of attempts in PostgreSQL, shared by all processes. Consuming is one atomic statement. */
interface AttemptLimit {
  /** Counts an attempt. Seconds to wait before the next when there were too many, else 0. */
  consume: (key: string) => Promise<number>
  /** Takes one attempt back. */
  giveBack: (key: string) => Promise<void>
  /** Forgets every attempt. */
  clear: (key: string) => Promise<void>
}

/** @param windowSeconds counted from the first attempt */
export function makeAttemptLimit(name: string, points: number, windowSeconds: number): AttemptLimit {
  const limiter = new RateLimiterPostgres({
    storeClient: getPool(),
    storeType: 'pool',
    tableName: 'sign_in_limit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: windowSeconds,
  })
  return {
    consume: (key) => limiter.consume(key).then(() => 0, secondsToWait),
    giveBack: async (key) => void (await limiter.reward(key, 1)),
    clear: async (key) => void (await limiter.delete(key)),
  }
}

/** The package says "too many" by a rejection that is not an error; anything else is one. */
function secondsToWait(rejection: unknown): number {
  if (rejection instanceof RateLimiterRes) return Math.max(1, Math.ceil(rejection.msBeforeNext / 1000))
  throw rejection
}
