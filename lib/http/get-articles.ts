import { listArticles } from '../services/article/list'
import { handle, json } from './handler'

/** `GET /api/v1/desk/articles`: the newest articles with the figures of their discussions. */
export const getArticles = handle(async (ctx) => json(await listArticles(ctx)))
