import { createHash } from 'node:crypto'
import { makeAttemptLimit } from '../../db/sign-in-limit'
import { DomainError } from '../../domain/errors'
import { describeWait } from '../../domain/sign-in'

const QUARTER_HOUR = 15 * 60
const MAX_PER_PERSON = 5
const MAX_PER_ADDRESS = 50

const makeLimits = () => ({
  person: makeAttemptLimit('person', MAX_PER_PERSON, QUARTER_HOUR),
  address: makeAttemptLimit('address', MAX_PER_ADDRESS, QUARTER_HOUR),
})
let limits: ReturnType<typeof makeLimits> | undefined

/** One email from one address; hashed, so that the table holds neither emails nor anything of odd length. */
const personKey = (email: string, client: string) => createHash('sha256').update(`${email}\n${client}`).digest('base64url')

/**
 * Counts an attempt to sign in before the password is looked at, so that attempts sent at once cannot slip through
 * together. An email may fail 5 times from one address in 15 minutes, an address 50 times over all emails.
 *
 * @throws DomainError rate_limited with the seconds to wait
 */
export async function countAttempt(email: string, client: string): Promise<void> {
  limits ??= makeLimits()
  const wait = (await limits.address.consume(client)) || (await limits.person.consume(personKey(email, client)))
  if (wait === 0) return
  throw new DomainError('rate_limited', `Too many attempts. Try again in ${describeWait(wait)}.`, { retryAfterSeconds: wait })
}

/** Takes the attempt back after a right password: only failures count. */
export async function forgiveAttempts(email: string, client: string): Promise<void> {
  limits ??= makeLimits()
  await Promise.all([limits.person.clear(personKey(email, client)), limits.address.giveBack(client)])
}
