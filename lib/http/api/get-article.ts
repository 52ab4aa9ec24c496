import { getArticle } from '../../services/article/get'
import { handle, segmentAfter } from '../handler'
import { revalidated } from '../revalidated'

/** `GET /api/v1/articles/{externalId}` */
export const handleGetArticle = handle(async (ctx, request) =>
  revalidated(request, await getArticle(ctx, segmentAfter(request, 'articles'))),
)
