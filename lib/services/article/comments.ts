import { parseInput } from '../../contracts/parse'
import { CommentListQuery, type CommentPage } from '../../contracts/read'
import { ExternalId } from '../../contracts/text'
import { findArticle } from '../../db/article/article'
import { listArticleComments } from '../../db/comment/comment-list'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { readCursor, writeCursor } from '../queue/cursor'

/**
 * A page of an article's comments with the given statuses, in the order they were written: what a CMS renders. Parents
 * are named, so that the caller can build the tree.
 *
 * @throws DomainError forbidden, invalid_input, not_found
 */
export async function listCommentsOfArticle(ctx: Context, externalId: string, asked: unknown): Promise<CommentPage> {
  authorize(ctx.actor, 'read')
  const { status: statuses, order, limit, cursor } = parseInput(CommentListQuery, asked)
  const after = cursor === undefined ? null : readCursor(cursor, order)
  const article = await findArticle(ctx.db, ctx.actor.siteId, parseInput(ExternalId, externalId, 'The external id'))
  if (!article) throw new DomainError('not_found', 'There is no article with this external id.')
  const found = await listArticleComments(ctx.db, ctx.actor.siteId, article.id, { statuses, order, after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return { items: shown.map(({ comment }) => comment), next: last ? writeCursor({ sort: order, ...last.position }) : null }
}
