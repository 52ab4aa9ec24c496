import { encode } from 'next-auth/jwt'
import { readSecret } from '@/lib/auth/secret'
import { DESK } from './sign-in-browser'

/** A session's cookie is made once: sealing it costs as much as what most requests ask for. */
const sealed = new Map<string, Promise<string>>()

function sealSession(sessionId: string): Promise<string> {
  const known = sealed.get(sessionId) ?? encode({ token: { sid: sessionId }, secret: readSecret() })
  sealed.set(sessionId, known)
  return known
}

/** A request from a page of the desk, with the cookie of this session. */
export async function requestAs(actor: { sessionId: string }, method: string, path: string, body?: unknown): Promise<Request> {
  const token = await sealSession(actor.sessionId)
  return new Request(DESK + path, {
    method,
    headers: { cookie: `next-auth.session-token=${token}`, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}
