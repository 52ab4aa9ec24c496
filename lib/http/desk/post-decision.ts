import { DecisionInput } from '../../contracts/decision'
import { parseInput } from '../../contracts/parse'
import { decideComment } from '../../services/comment/decide'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `POST /api/v1/desk/comments/{id}/decisions`: decides on a comment. 409 with who was first when it has changed. */
export const postDecision = handle(async (ctx, request) => {
  const id = segmentAfter(request, 'comments')
  return json(await decideComment(ctx, id, parseInput(DecisionInput, await readJson(request))), 201)
})
