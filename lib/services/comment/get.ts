import { parseInput } from '../../contracts/parse'
import type { CommentResource } from '../../contracts/read'
import { ExternalId } from '../../contracts/text'
import { findListedComment } from '../../db/comment/comment-list'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/** A comment of the actor's site by its external id. @throws DomainError forbidden, invalid_input, not_found */
export async function getComment(ctx: Context, externalId: string): Promise<CommentResource> {
  authorize(ctx.actor, 'read')
  const found = await findListedComment(ctx.db, ctx.actor.siteId, parseInput(ExternalId, externalId, 'The external id'))
  if (!found) throw new DomainError('not_found', 'There is no comment with this external id.')
  return found
}
