import { readDriftMap } from '../../services/article/drift'
import { getArticlePage } from '../../services/article/page'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/desk/articles/{id}`: how the discussion of one article went. */
export const getArticleStats = handle(async (ctx, request) => json(await getArticlePage(ctx, segmentAfter(request, 'articles'))))

/** `GET /api/v1/desk/articles/{id}/drift?from=&to=`: its thread over time. */
export const getDrift = handle(async (ctx, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return json(await readDriftMap(ctx, segmentAfter(request, 'articles'), asked))
})
