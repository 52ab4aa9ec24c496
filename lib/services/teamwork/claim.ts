import { parseId } from '../../contracts/id'
import type { Claim } from '../../contracts/teamwork'
import { listClaims, releaseClaims, takeClaim } from '../../db/queue/teamwork'
import { authorize, type Actor } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/** How long a comment is held without a word from its holder. A browser renews it in half that time. */
const LEASE_MS = 60_000

/**
 * Holds the comment for the person who looks at it, and lets go of the one they held before. A colleague's claim is left
 * alone: the answer says whose it is. A claim warns and never hinders: what a decision is conditional on is the version.
 *
 * @throws DomainError forbidden, not_found
 */
export async function claimComment(ctx: Context, id: string): Promise<{ claim: Claim | null }> {
  authorize(ctx.actor, 'decide')
  const user = expectUser(ctx.actor)
  const commentId = parseId(id, 'comment')
  const now = ctx.now()
  const expiresAt = new Date(now.getTime() + LEASE_MS)
  await takeClaim(ctx.db, { siteId: user.siteId, commentId, userId: user.id, userName: user.name, expiresAt, now })
  const claims = await listClaims(ctx.db, user.siteId, now)
  return { claim: claims.find((claim) => claim.commentId === commentId) ?? null }
}

/** Lets go of whatever the caller holds. @throws DomainError forbidden */
export async function releaseClaim(ctx: Context): Promise<void> {
  authorize(ctx.actor, 'decide')
  const user = expectUser(ctx.actor)
  await releaseClaims(ctx.db, user.siteId, user.id)
}

/** @throws DomainError forbidden for anybody but a signed-in person */
export function expectUser(actor: Actor): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user') throw new DomainError('forbidden', 'This is for people who are signed in.')
  return actor
}
