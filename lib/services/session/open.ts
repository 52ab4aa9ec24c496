import { uuidv7 } from 'uuidv7'
import { findHomeSite, insertSession } from '../../db/session'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/** How long a browser stays signed in. */
export const SESSION_DAYS = 14

/**
 * Opens a session for a user who has just proved who they are, on the site they last worked on, and returns its id.
 *
 * @param passwordHash of the password by which they did; null when it was by no password
 * @throws DomainError forbidden when the user was disabled meanwhile; unauthenticated when it was by a password, and that is another by now
 */
export async function openSession(ctx: Pick<Context, 'db' | 'now'>, userId: string, passwordHash: string | null): Promise<string> {
  const siteId = await findHomeSite(ctx.db, userId)
  const now = ctx.now()
  const session = { id: uuidv7(), userId, passwordHash, now, expiresAt: new Date(now.getTime() + SESSION_DAYS * 86_400_000) }
  const isOpen = siteId !== null && (await insertSession(ctx.db, { ...session, siteId }))
  if (isOpen) return session.id
  if (passwordHash === null) throw new DomainError('forbidden', 'This account is disabled.')
  throw new DomainError('unauthenticated', 'This account is disabled, or has another password by now.')
}
