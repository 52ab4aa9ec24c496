import { getDb } from '../../db/connection'
import { findLiveSession } from '../../db/session'
import type { Actor } from '../../domain/actor'
import { KnownActors } from './known-actors'

type UserActor = Extract<Actor, { kind: 'user' }>

const MOST_KNOWN = 10_000

// Next's bundles and the server's own entry each load this module; a session that is revoked must be forgotten by both.
const shared = globalThis as unknown as { parleyKnownSessions?: KnownActors<UserActor> }
const knownSessions = (shared.parleyKnownSessions ??= new KnownActors<UserActor>(MOST_KNOWN))

/** Has every session looked up again: called when one changes, so that it counts at once in this process. */
export function forgetSessions(): void {
  knownSessions.forget()
}

/**
 * The user behind a session row, or null when it is revoked or expired or the user is disabled. One that was found is
 * believed for a second, for a browser at work asks several times a second; other processes hear of a change within that.
 */
export async function findActorOfSession(sessionId: string, now: Date): Promise<UserActor | null> {
  return knownSessions.find(sessionId, now.getTime(), async () => {
    const session = await findLiveSession(getDb(), sessionId, now)
    if (session === null) return null
    const { userId: id, name, role, siteId } = session
    return { kind: 'user', id, name, role, siteId, sessionId: session.id }
  })
}
