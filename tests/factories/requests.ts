import { encode } from 'next-auth/jwt'
import { readSecret } from '@/lib/auth/secret'
import { DESK } from './sign-in-browser'

/** A request from a page of the desk, with the cookie of this session. */
export async function requestAs(actor: { sessionId: string }, method: string, path: string, body?: unknown): Promise<Request> {
  const token = await encode({ token: { sid: actor.sessionId }, secret: readSecret() })
  return new Request(DESK + path, {
    method,
    headers: { cookie: `next-auth.session-token=${token}`, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}
