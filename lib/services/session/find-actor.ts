import { getDb } from '../../db/connection'
import { findLiveSession } from '../../db/session'
import type { Actor } from '../../domain/actor'

type UserActor = Extract<Actor, { kind: 'user' }>

/** How long a session that was found is believed without asking again, in milliseconds. */
const KNOWN_FOR = 1000
const MOST_KNOWN = 10_000

interface KnownSession {
  actor: UserActor
  askedAt: number
}

// Next's bundles and the server's own entry each load this module; a session that is revoked must be forgotten by both.
const shared = globalThis as unknown as { parleyKnownSessions?: Map<string, KnownSession> }
const knownSessions = (shared.parleyKnownSessions ??= new Map<string, KnownSession>())

/** Has every session looked up again: called when one changes, so that it counts at once in this process. */
export function forgetSessions(): void {
  knownSessions.clear()
}

/**
 * The user behind a session row, or null when it is revoked or expired or the user is disabled. One that was found is
 * believed for a second, for a browser at work asks several times a second; other processes hear of a change within that.
 */
export async function findActorOfSession(sessionId: string, now: Date): Promise<UserActor | null> {
  const known = knownSessions.get(sessionId)
  if (known && now.getTime() >= known.askedAt && now.getTime() < known.askedAt + KNOWN_FOR) return known.actor
  const session = await findLiveSession(getDb(), sessionId, now)
  if (knownSessions.size >= MOST_KNOWN) knownSessions.clear()
  if (session === null) {
    knownSessions.delete(sessionId)
    return null
  }
  const { userId: id, name, role, siteId } = session
  const actor: UserActor = { kind: 'user', id, name, role, siteId, sessionId: session.id }
  knownSessions.set(sessionId, { actor, askedAt: now.getTime() })
  return actor
}
