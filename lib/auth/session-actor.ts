import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import type { Actor } from '../domain/actor'
import { publicUrl } from '../env'
import { findActorOfSession } from '../services/session/find-actor'
import { readSecret } from './secret'
import { readSessionToken } from './session-cookie'

/** A signed-in person. */
export type UserActor = Extract<Actor, { kind: 'user' }>

/** All that our token carries: the id of the session row, and when it runs out (seconds since 1970, next-auth's). */
const SessionToken = z.object({ sid: z.uuid(), exp: z.number() })

/**
 * Who a Cookie header belongs to. The cookie only names a session row; that row and the user's are read anew at least every
 * second, so that signing out, disabling and a changed role count at once. Null when signed out, revoked, expired or disabled.
 */
export async function findSessionActor(cookieHeader: string, now: Date = new Date()): Promise<UserActor | null> {
  const token = readSessionToken(cookieHeader, publicUrl().startsWith('https://'))
  if (token === null) return null
  const sessionId = await readSessionId(token, now)
  return sessionId === null ? null : findActorOfSession(sessionId, now)
}

/** Tokens that were read lately; reading one takes half a millisecond, and it says the same each time until it expires. */
const readTokens = new Map<string, { sid: string; until: number }>()
const MOST_READ = 10_000

/** The session id in a token of ours; null for one that was tampered with, signed by another secret, or too old. */
async function readSessionId(token: string, now: Date): Promise<string | null> {
  const known = readTokens.get(token)
  if (known && now.getTime() < known.until) return known.sid
  try {
    const parsed = SessionToken.safeParse(await decode({ token, secret: readSecret() }))
    if (!parsed.success) return null
    if (readTokens.size >= MOST_READ) readTokens.clear()
    readTokens.set(token, { sid: parsed.data.sid, until: parsed.data.exp * 1000 })
    return parsed.data.sid
  } catch {
    return null
  }
}
