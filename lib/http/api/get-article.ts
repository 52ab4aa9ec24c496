import { getArticle } from '../../services/article/get'
import { externalIdOf } from '../external-id'
import { handle } from '../handler'
import { revalidated } from '../revalidated'

/** `GET /api/v1/articles/{externalId}` */
export const handleGetArticle = handle(async (ctx, request) =>
  revalidated(request, await getArticle(ctx, externalIdOf(request, 'articles'))),
)
