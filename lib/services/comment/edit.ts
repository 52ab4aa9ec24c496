import { CommentPatch, type AcceptedComment } from '../../contracts/ingest'
import { parseInput } from '../../contracts/parse'
import { ExternalId } from '../../contracts/text'
import { findCommentTarget } from '../../db/comment/comment-stored'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { expectOne } from './ingest'
import { writeComments } from './write-batch'

/**
 * Replaces a comment's text at the source's word, exactly as if the comment had been sent again with it: the outcome is
 * updated, unchanged or stale.
 *
 * @throws DomainError forbidden, invalid_input, not_found
 */
export async function editComment(ctx: Context, externalId: string, patch: CommentPatch): Promise<AcceptedComment> {
  authorize(ctx.actor, 'ingest')
  const key = parseInput(ExternalId, externalId, 'The external id')
  const { body, revision } = parseInput(CommentPatch, patch)
  const target = await findCommentTarget(ctx.db, ctx.actor.siteId, key)
  if (!target) throw new DomainError('not_found', 'There is no comment with this external id.')
  const sourceRevision = revision === undefined ? null : revision + 0
  const unnamed = { parentExternalId: null, author: null, language: null, postedAt: null }
  const sent = { externalId: key, articleExternalId: target.articleExternalId, body, sourceRevision, ...unnamed }
  return expectOne(await writeComments(ctx, [{ sent }]))
}
