import type { ArticleList } from '../../contracts/article-stats'
import { countArticles, listArticleSummaries } from '../../db/article-summary'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** How many articles the table shows; it sorts and filters them in the browser. */
export const MAX_LISTED_ARTICLES = 500

/**
 * The newest articles of the site with the figures of their discussions, and how many articles there are in all.
 *
 * @throws DomainError forbidden
 */
export async function listArticles(ctx: Context): Promise<ArticleList> {
  authorize(ctx.actor, 'read')
  const now = ctx.now()
  const [rows, total] = await Promise.all([
    listArticleSummaries(ctx.db, ctx.actor.siteId, now, MAX_LISTED_ARTICLES),
    countArticles(ctx.db, ctx.actor.siteId),
  ])
  return { rows, total, now: now.toISOString() }
}
