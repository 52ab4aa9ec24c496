import { isId } from '../../contracts/id'
import { findArticleTitle } from '../../db/article/article-title'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/**
 * The title of an article, or null when the site has none with this id: one row, so that a page knows at once whether
 * it has anything to show.
 *
 * @throws DomainError forbidden
 */
export async function findTitle(ctx: Context, articleId: string): Promise<string | null> {
  authorize(ctx.actor, 'read')
  if (!isId(articleId)) return null
  return findArticleTitle(ctx.db, ctx.actor.siteId, articleId)
}
