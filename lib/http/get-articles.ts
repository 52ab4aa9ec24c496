import { listArticlePage } from '../services/article/list-page'
import { handle, json } from './handler'

/** `GET /api/v1/desk/articles?sort=&order=&section=&author=&state=&q=&from=&to=&waiting=&cursor=&limit=`: articles with the figures of their discussions. */
export const getArticles = handle(async (ctx, request) => {
  const asked = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  return json(await listArticlePage(ctx, Object.fromEntries(asked)))
})
