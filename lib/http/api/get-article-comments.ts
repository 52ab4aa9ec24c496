import { listCommentsOfArticle } from '../../services/article/comments'
import { externalIdOf } from '../external-id'
import { handle } from '../handler'
import { revalidated } from '../revalidated'

/** `GET /api/v1/articles/{externalId}/comments?status=&order=&limit=&cursor=` */
export const handleGetArticleComments = handle(async (ctx, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return revalidated(request, await listCommentsOfArticle(ctx, externalIdOf(request, 'articles'), asked))
})
