import { authorize } from '../../domain/actor'
import { listArticleSections, listArticleTitles, listLanguages } from '../../db/article/article-titles'
import type { Context } from '../context'

/** How many articles the filter offers. */
const MAX_OPTIONS = 200

/** The newest 200 articles of the site, for the desk's article filter. @throws DomainError forbidden */
export async function listArticleOptions(ctx: Context): Promise<{ id: string; title: string }[]> {
  authorize(ctx.actor, 'read')
  return listArticleTitles(ctx.db, ctx.actor.siteId, MAX_OPTIONS)
}

/** The sections of the site's articles, by name. @throws DomainError forbidden */
export async function listSections(ctx: Context): Promise<string[]> {
  authorize(ctx.actor, 'read')
  return listArticleSections(ctx.db, ctx.actor.siteId, MAX_OPTIONS)
}

/** The languages of the site's newest comments, as the source gave them, the most frequent first. @throws DomainError forbidden */
export async function listWrittenLanguages(ctx: Context): Promise<string[]> {
  authorize(ctx.actor, 'read')
  return listLanguages(ctx.db, ctx.actor.siteId)
}
