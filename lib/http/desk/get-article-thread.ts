import { listArticleThread } from '../../services/article/thread'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/desk/articles/{id}/thread?cursor=`: the whole discussion in reading order, page by page. */
export const getArticleThread = handle(async (ctx, request) => {
  const cursor = new URL(request.url).searchParams.get('cursor')
  return json(await listArticleThread(ctx, segmentAfter(request, 'articles'), cursor === null ? {} : { cursor }))
})
