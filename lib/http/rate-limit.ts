import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Actor } from '../domain/actor'
import { DomainError } from '../domain/errors'
import { readEnv } from '../env'

const WINDOW_SECONDS = 60

// Next's bundles and the server's own entry each load this module; a key has one allowance in both.
const shared = globalThis as unknown as { parleyRateLimits?: Map<number, RateLimiterMemory> }
const limiters = (shared.parleyRateLimits ??= new Map<number, RateLimiterMemory>())

/** What is left of a caller's allowance, as headers of the IETF's draft for them. */
export type RateHeaders = Record<string, string>

/** A caller's allowance after this request, and why this one has none. */
export interface Allowance {
  headers: RateHeaders
  refusal: DomainError | null
}

/**
 * Counts a request of an API key (requests, not comments: an array or a stream is one). Each process counts for itself
 * (docs/decisions/0006-rate-limits-in-memory.md). People are not counted. The refusal is rate_limited with the seconds to wait.
 */
export async function countRequest(actor: Actor): Promise<Allowance> {
  if (actor.kind !== 'api_key') return { headers: {}, refusal: null }
  const points = actor.rateLimit ?? readEnv().RATE_LIMIT_PER_MINUTE
  const limiter = limiters.get(points) ?? new RateLimiterMemory({ points, duration: WINDOW_SECONDS })
  limiters.set(points, limiter)
  try {
    return { headers: describe(points, await limiter.consume(actor.id)), refusal: null }
  } catch (rejection) {
    if (!isUsedUp(rejection)) throw rejection
    const wait = Math.max(1, Math.ceil(rejection.msBeforeNext / 1000))
    const message = `This API key may send ${points.toLocaleString('en')} requests a minute. Go on in ${wait} s.`
    return { headers: describe(points, rejection), refusal: new DomainError('rate_limited', message, { retryAfterSeconds: wait }) }
  }
}

/** By what it says: where the other bundle made the limiter, its class is the other's too. */
function isUsedUp(rejection: unknown): rejection is RateLimiterRes {
  return typeof rejection === 'object' && rejection !== null && 'msBeforeNext' in rejection && 'remainingPoints' in rejection
}

function describe(points: number, { remainingPoints, msBeforeNext }: RateLimiterRes): RateHeaders {
  return {
    'ratelimit-policy': `"key";q=${points};w=${WINDOW_SECONDS}`,
    ratelimit: `"key";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`,
  }
}
