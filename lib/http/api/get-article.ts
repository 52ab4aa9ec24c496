import { getArticle } from '../../services/article/get'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/articles/{externalId}` */
export const handleGetArticle = handle(async (ctx, request) => json(await getArticle(ctx, segmentAfter(request, 'articles'))))
