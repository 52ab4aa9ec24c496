import { authenticate } from '../auth/authenticate'
import { authorize, type Permission } from '../domain/actor'
import { DomainError } from '../domain/errors'

/** How long somebody who was let in is believed without asking again, in milliseconds. */
export const ADMITTED_MS = 5000

/**
 * Whether the sender of a request that goes on and on would be let in now too: to be asked before everything that is told or taken. A
 * session that was signed out or a key that was revoked is let in no longer after `everyMs`. A database that does not answer says nothing
 * against anybody.
 */
export function makeAdmission(request: Request, siteId: string, permission: Permission, everyMs = ADMITTED_MS): () => Promise<boolean> {
  let askedAt = performance.now()
  return async () => {
    if (performance.now() - askedAt < everyMs) return true
    askedAt = performance.now()
    try {
      const actor = await authenticate(request)
      authorize(actor, permission)
      return actor.siteId === siteId
    } catch (error) {
      return !(error instanceof DomainError)
    }
  }
}
