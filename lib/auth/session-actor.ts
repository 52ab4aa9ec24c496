import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import type { Actor } from '../domain/actor'
import { publicUrl } from '../env'
import { findActorOfSession } from '../services/session/find-actor'
import { readSecret } from './secret'
import { readSessionToken } from './session-cookie'

/** A signed-in person. */
export type UserActor = Extract<Actor, { kind: 'user' }>

/** All that our token carries: the id of the session row. */
const SessionToken = z.object({ sid: z.uuid() })

/**
 * Who a Cookie header belongs to. The cookie only names a session row; that row and the user's are read at every call,
 * so that signing out, disabling and a changed role count at once. Null when signed out, revoked, expired or disabled.
 */
export async function findSessionActor(cookieHeader: string, now: Date = new Date()): Promise<UserActor | null> {
  const token = readSessionToken(cookieHeader, publicUrl().startsWith('https://'))
  if (token === null) return null
  const sessionId = await readSessionId(token)
  return sessionId === null ? null : findActorOfSession(sessionId, now)
}

/** The session id in a token of ours; null for one that was tampered with, signed by another secret, or too old. */
async function readSessionId(token: string): Promise<string | null> {
  try {
    const parsed = SessionToken.safeParse(await decode({ token, secret: readSecret() }))
    return parsed.success ? parsed.data.sid : null
  } catch {
    return null
  }
}
