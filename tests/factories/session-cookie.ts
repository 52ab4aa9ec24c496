import { encode } from 'next-auth/jwt'
import { authSecret } from '@/lib/auth/secret'
import { SESSION_COOKIE } from '@/lib/auth/session-cookie'

/** The Cookie header of a browser that is signed in with this session. */
export async function makeSessionCookie(sessionId: string): Promise<string> {
  return `${SESSION_COOKIE}=${await encode({ token: { sid: sessionId }, secret: authSecret() })}`
}
