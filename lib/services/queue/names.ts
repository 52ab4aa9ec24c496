import { listArticleSections, listArticleTitles, listLanguages } from '../../db/article/article-titles'
import { listCommenterNames } from '../../db/commenter-names'
import { authorize } from '../../domain/actor'
import type { KnownNames } from '../../domain/search/complete'
import type { Context } from '../context'

const MAX_NAMES = 200
/** One more than the box shows of them would tell nothing more. */
const MAX_AUTHORS = 8

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

/** Commenters of this site that are called so, or have it in their name. @throws DomainError forbidden */
export async function listAuthorsNamed(ctx: Context, text: string): Promise<Required<Pick<KnownNames, 'authors'>>> {
  authorize(ctx.actor, 'read')
  return { authors: await listCommenterNames(ctx.db, ctx.actor.siteId, text, MAX_AUTHORS) }
}
