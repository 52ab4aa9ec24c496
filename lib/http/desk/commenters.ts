import type { CommenterHoldInput } from '../../contracts/commenter-hold'
import { holdCommenter, releaseCommenter } from '../../services/commenter/hold'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `PUT /api/v1/desk/commenters/{id}/hold`: everything they send from now on is held. */
export const putCommenterHold = handle(async (ctx, request) =>
  json({ hold: await holdCommenter(ctx, segmentAfter(request, 'commenters'), (await readJson(request)) as CommenterHoldInput) }),
)

/** `DELETE /api/v1/desk/commenters/{id}/hold`: ends that. */
export const deleteCommenterHold = handle(async (ctx, request) => {
  await releaseCommenter(ctx, segmentAfter(request, 'commenters'))
  return new Response(null, { status: 204 })
})
