import type { ArticleInput } from '../../contracts/ingest'
import { putArticle } from '../../services/article/put'
import { readJson } from '../body'
import { externalIdOf } from '../external-id'
import { handle, json } from '../handler'

/** `PUT /api/v1/articles/{externalId}`: 201 with the article when it is new, 200 otherwise. */
export const handlePutArticle = handle(async (ctx, request) => {
  const { article, outcome } = await putArticle(ctx, externalIdOf(request, 'articles'), (await readJson(request)) as ArticleInput)
  return json(article, outcome === 'created' ? 201 : 200)
})
