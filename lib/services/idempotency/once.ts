import {
  deleteDeadKey,
  deleteKey,
  findKey,
  insertKey,
  keepAnswer,
  purgeKeys,
  type KeptAnswer,
  type ClaimedKey,
} from '../../db/idempotency-key'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/** How long an answer is kept, in milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1000
/** How long a request may be in flight, in milliseconds, before it counts as dead. */
export const IN_FLIGHT_MS = 60 * 1000
/** Old ones that go with each new one: a few, so that nobody has to wait for it. */
const SWEPT = 20

/** What came of asking: the answer that was given before, or leave to do the work. */
type Claim = { answer: KeptAnswer } | { claimed: ClaimedKey }

/**
 * Claims an Idempotency-Key for a request. Whoever gets leave does the work and then calls `settleKey`. A process that
 * dies in between leaves the key to be claimed again after a minute: the work is then done twice, which changes nothing,
 * since comments are known by their external id and decisions by the version they were taken on.
 *
 * @throws DomainError malformed for a malformed key, invalid_input when it was used for another request, conflict
 *   while the same request is in flight
 */
export async function claimKey(ctx: Context, key: string, requestHash: Buffer): Promise<Claim> {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new DomainError('malformed', 'An Idempotency-Key is 1 to 255 visible ASCII characters.')
  const { actor, db } = ctx
  if (!('id' in actor)) throw new Error('Only people and keys send requests.')
  const owner = { siteId: actor.siteId, actorId: actor.id, key }
  const now = ctx.now()
  await purgeKeys(db, new Date(now.getTime() - KEPT_MS), SWEPT)
  const claimed = { ...owner, at: now }
  if (await insertKey(db, owner, requestHash, now)) return { claimed }
  const found = await findKey(db, owner)
  if (found && !found.requestHash.equals(requestHash)) {
    throw new DomainError('invalid_input', 'This Idempotency-Key was used for another request. Use a new one for each.')
  }
  if (found && found.status !== null) return { answer: { ...found, status: found.status } }
  // Of many who come when it is dead, one alone takes it: what that one notes is not dead.
  await deleteDeadKey(db, owner, new Date(now.getTime() - IN_FLIGHT_MS))
  if (await insertKey(db, owner, requestHash, now)) return { claimed }
  throw new DomainError('conflict', 'The same request is being answered right now. Ask again in a moment.', { retryAfterSeconds: 1 })
}

/** Keeps the answer for a day; one that says "later" or "broken" is not kept, so that the request can be sent again. */
export async function settleKey(ctx: Context, claimed: ClaimedKey, answer: KeptAnswer): Promise<void> {
  const isFinal = answer.status < 500 && answer.status !== 409 && answer.status !== 429
  if (isFinal) await keepAnswer(ctx.db, claimed, answer)
  else await deleteKey(ctx.db, claimed)
}
