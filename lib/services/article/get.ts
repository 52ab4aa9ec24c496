import type { ArticleResource } from '../../contracts/ingest'
import { parseInput } from '../../contracts/parse'
import { ExternalId } from '../../contracts/text'
import { findArticle } from '../../db/article/article'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { toArticleResource } from './resource'

/** An article of the actor's site by its external id. @throws DomainError forbidden, invalid_input, not_found */
export async function getArticle(ctx: Context, externalId: string): Promise<ArticleResource> {
  authorize(ctx.actor, 'read')
  const row = await findArticle(ctx.db, ctx.actor.siteId, parseInput(ExternalId, externalId, 'The external id'))
  if (!row) throw new DomainError('not_found', 'There is no article with this external id.')
  return toArticleResource(row)
}
