import { SignInInput } from '../../contracts/sign-in'
import { findCredentials } from '../../db/user'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { isPassword } from '../user/password'
import { countAttempt, forgiveAttempts } from './limit'

/** A user, and the hash of the password by which they were known: the session is opened a moment later, if it still is theirs. */
export interface KnownByPassword {
  id: string
  passwordHash: string
}

/**
 * The user with this email and password. Takes as long for an unknown email as for a wrong password, and answers the
 * same; only somebody who knows the password learns that an account is disabled.
 *
 * @param input.client where the attempt comes from, such as an IP address
 * @throws DomainError unauthenticated, forbidden when disabled, rate_limited
 */
export async function signInWithPassword(
  ctx: Pick<Context, 'db'>,
  input: { email: unknown; password: unknown; client: string },
): Promise<KnownByPassword> {
  const parsed = SignInInput.safeParse(input)
  const email = parsed.success ? parsed.data.email : ''
  await countAttempt(email, input.client)
  const user = parsed.success ? await findCredentials(ctx.db, email) : null
  const passwordHash = user?.passwordHash ?? null
  const isRight = await isPassword(parsed.success ? parsed.data.password : '', passwordHash)
  if (user === null || passwordHash === null || !isRight) throw new DomainError('unauthenticated', 'That email and password do not match.')
  await forgiveAttempts(email, input.client)
  if (user.isDisabled) throw new DomainError('forbidden', 'This account is disabled.')
  return { id: user.id, passwordHash }
}
