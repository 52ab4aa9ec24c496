import { ingestComments } from '../../services/comment/ingest'
import { ingestComment } from '../../services/comment/ingest-one'
import { readJson } from '../body'
import { handle, json } from '../handler'

/**
 * `POST /api/v1/comments`: one comment, or an array of up to 1,000.
 *
 * One comment: its result, with 201 if it is new and 200 otherwise, or a problem document. An array: 200 with a result for
 * each item and the counts, even if some items are invalid.
 */
export const handlePostComments = handle(async (ctx, request) => {
  const body = await readJson(request)
  if (Array.isArray(body)) return json(await ingestComments(ctx, body))
  const result = await ingestComment(ctx, body)
  return json(result, result.outcome === 'created' ? 201 : 200)
})
