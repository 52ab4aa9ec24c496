import type { SearchQuery } from '../contracts/search'
import { findComments } from '../services/search/find'
import { handle, json } from './handler'

/** `GET /api/v1/desk/search?q=&limit=`: the newest comments with these words. */
export const handleGetSearch = handle(async (ctx, request) => {
  const { searchParams } = new URL(request.url)
  return json(await findComments(ctx, Object.fromEntries(searchParams) as unknown as SearchQuery))
})
