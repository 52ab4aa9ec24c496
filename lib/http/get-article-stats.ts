import { getArticleStats as readArticleStats } from '../services/article/stats'
import { handle, json, segmentAfter } from './handler'

/** `GET /api/v1/desk/articles/{id}`: how the discussion of one article went. */
export const getArticleStats = handle(async (ctx, request) => json(await readArticleStats(ctx, segmentAfter(request, 'articles'))))
