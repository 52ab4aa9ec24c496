import { SignInInput } from '../../contracts/sign-in'
import { findCredentials } from '../../db/user'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { isPassword } from '../user/password'
import { countAttempt, forgiveAttempts } from './limit'

/**
 * The id of the user with this email and password. Takes as long for an unknown email as for a wrong password, and answers the
 * same; only somebody who knows the password learns that an account is disabled.
 *
 * @param input.client where the attempt comes from, such as an IP address
 * @throws DomainError unauthenticated, forbidden when disabled, rate_limited
 */
export async function signInWithPassword(
  ctx: Pick<Context, 'db'>,
  input: { email: unknown; password: unknown; client: string },
): Promise<string> {
  const parsed = SignInInput.safeParse(input)
  const email = parsed.success ? parsed.data.email : ''
  await countAttempt(email, input.client)
  const user = parsed.success ? await findCredentials(ctx.db, email) : null
  const isRight = await isPassword(parsed.success ? parsed.data.password : '', user?.passwordHash ?? null)
  if (user === null || !isRight) throw new DomainError('unauthenticated', 'That email and password do not match.')
  await forgiveAttempts(email, input.client)
  if (user.isDisabled) throw new DomainError('forbidden', 'This account is disabled.')
  return user.id
}
