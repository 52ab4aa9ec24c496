import { listCommentsOfArticle } from '../../services/article/comments'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/articles/{externalId}/comments?status=&order=&limit=&cursor=` */
export const handleGetArticleComments = handle(async (ctx, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return json(await listCommentsOfArticle(ctx, segmentAfter(request, 'articles'), asked))
})
