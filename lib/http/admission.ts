import { authenticate } from '../auth/authenticate'
import { authorize, type Permission } from '../domain/actor'
import { DomainError } from '../domain/errors'

/** How long somebody who was let in is believed without asking again, in milliseconds. */
export const ADMITTED_MS = 5000

/**
 * Whether the sender of a long-running request would still be let in now; to be asked before anything is sent or accepted. A session that
 * was signed out or a key that was revoked is no longer let in after `everyMs`. If the database does not answer, the sender stays.
 *
 * @param siteId where they have to be at work; null for a request that stays what it is when they show another site
 */
export function makeAdmission(
  request: Request,
  siteId: string | null,
  permission: Permission,
  everyMs = ADMITTED_MS,
): () => Promise<boolean> {
  let askedAt = performance.now()
  return async () => {
    if (performance.now() - askedAt < everyMs) return true
    askedAt = performance.now()
    try {
      const actor = await authenticate(request)
      authorize(actor, permission)
      return siteId === null || actor.siteId === siteId
    } catch (error) {
      return !(error instanceof DomainError)
    }
  }
}

/**
 * What comes in, or goes out, until its sender is let in no longer: a stream may stay open for days after its key was revoked.
 *
 * @throws DomainError unauthenticated with this message
 */
export async function* whileAdmitted<Piece>(
  source: AsyncIterable<Piece>,
  isAdmitted: () => Promise<boolean>,
  message: string,
): AsyncGenerator<Piece> {
  for await (const piece of source) {
    if (!(await isAdmitted())) throw new DomainError('unauthenticated', message)
    yield piece
  }
}
