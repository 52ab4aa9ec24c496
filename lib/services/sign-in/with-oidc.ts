import type { SignInFault } from '../../domain/sign-in'
import { findUserOfIdentity, hasIdentityAt, linkIdentity, type Identity } from '../../db/account'
import type { Db } from '../../db/connection'
import { findCredentials, lockUsers } from '../../db/user'
import type { Context } from '../context'

/** What the issuer's checked claims say of a person. */
interface OidcClaims extends Identity {
  email: string | null
  isEmailVerified: boolean
}

export type OidcOutcome = { userId: string } | { fault: SignInFault }

/**
 * The user an identity belongs to. An identity seen for the first time is linked to the user with its email, if the
 * issuer vouches for that email; nobody is added and nobody gets a role this way.
 */
export async function signInWithOidc(ctx: Pick<Context, 'db' | 'now'>, claims: OidcClaims): Promise<OidcOutcome> {
  const known = await findUserOfIdentity(ctx.db, claims)
  if (known) return known.isDisabled ? { fault: 'disabled' } : { userId: known.id }
  const { email } = claims
  if (email === null || !claims.isEmailVerified) return { fault: 'oidc_unverified' }
  return ctx.db.transaction((db) => linkByEmail(db, { ...claims, email: email.toLowerCase() }, ctx.now()))
}

async function linkByEmail(db: Db, claims: OidcClaims & { email: string }, now: Date): Promise<OidcOutcome> {
  await lockUsers(db)
  const user = await findCredentials(db, claims.email)
  if (user === null) return { fault: 'oidc_unknown' }
  if (user.isDisabled) return { fault: 'disabled' }
  // A second identity with the same email is a recycled address or a mistake: a person's to settle, not ours to guess.
  if (await hasIdentityAt(db, user.id, claims.issuer)) return { fault: 'oidc_linked' }
  await linkIdentity(db, claims, user.id, now)
  return { userId: user.id }
}
