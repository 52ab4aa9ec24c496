import type { Actor } from '../domain/actor'
import { DomainError } from '../domain/errors'
import { verifyApiKey } from '../services/api-key/verify'
import { assertSameOrigin } from './same-origin'
import { findSessionActor } from './session-actor'

/**
 * Who sent this request: a site's API key (`Authorization: Bearer …`), else the user whose session cookie it carries.
 *
 * @throws DomainError unauthenticated; forbidden when a browser is made to send it by another site
 */
export async function authenticate(request: Request): Promise<Actor> {
  // Another scheme is not meant for us: a proxy in front may ask browsers for Basic.
  const key = /^Bearer\s+(.*)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (key !== undefined) {
    const actor = await verifyApiKey(key.trim())
    if (actor) return actor
    throw new DomainError('unauthenticated', 'This API key is unknown or revoked.')
  }
  const actor = await findSessionActor(request.headers.get('cookie') ?? '')
  if (!actor) throw new DomainError('unauthenticated', 'Sign in, or send an API key as Authorization: Bearer …')
  assertSameOrigin(request)
  // A page that was opened by one person sends nothing in the name of another, who signed in in the same browser since.
  const opener = request.headers.get('parley-user')
  if (opener !== null && opener !== actor.id) throw new DomainError('unauthenticated', 'Somebody else is signed in here now.')
  return actor
}
