import { listArticleSections, listArticleTitles, listLanguages } from '../../db/article/article-titles'
import { authorize } from '../../domain/actor'
import type { KnownNames } from '../../domain/search/complete'
import type { Context } from '../context'

const MAX_NAMES = 200

/** What a search can name on this site, for completing it. @throws DomainError forbidden */
export async function listKnownNames(ctx: Context): Promise<KnownNames> {
  authorize(ctx.actor, 'read')
  const { db, actor } = ctx
  const [sections, languages, articles] = await Promise.all([
    listArticleSections(db, actor.siteId, MAX_NAMES),
    listLanguages(db, actor.siteId),
    listArticleTitles(db, actor.siteId, MAX_NAMES),
  ])
  return { sections, languages, articles: articles.map((article) => article.title) }
}
