import { getDb } from '../../db/connection'
import { findLiveSession } from '../../db/session'
import type { Actor } from '../../domain/actor'

/** The user behind a session row, or null when it is revoked or expired or the user is disabled. */
export async function findActorOfSession(sessionId: string, now: Date): Promise<Extract<Actor, { kind: 'user' }> | null> {
  const session = await findLiveSession(getDb(), sessionId, now)
  if (session === null) return null
  return { kind: 'user', id: session.userId, name: session.name, role: session.role, siteId: session.siteId, sessionId: session.id }
}
