import { answerSecondLook, takeBackSecondLook } from '../../services/second-look/answer'
import { settleDisagreement } from '../../services/second-look/disagreements'
import { findLook } from '../../services/second-look/next'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/desk/second-looks`: the next comment to say of what one would have decided, after one. */
export const getSecondLook = handle(async (ctx, request) =>
  json(await findLook(ctx, Object.fromEntries(new URL(request.url).searchParams))),
)

/** `PUT /api/v1/desk/second-looks/{id}/answer`: what the caller would have decided; 409 when a colleague was first. */
export const putSecondLookAnswer = handle(async (ctx, request) => {
  await answerSecondLook(ctx, { id: segmentAfter(request, 'second-looks'), input: await readJson(request) })
  return new Response(null, { status: 204 })
})

/** `DELETE /api/v1/desk/second-looks/{id}/answer`: takes it back. */
export const deleteSecondLookAnswer = handle(async (ctx, request) => {
  await takeBackSecondLook(ctx, segmentAfter(request, 'second-looks'))
  return new Response(null, { status: 204 })
})

/** `PUT /api/v1/desk/second-looks/{id}/settlement`: the first decision stands, where two differed. */
export const putSettlement = handle(async (ctx, request) => {
  await settleDisagreement(ctx, segmentAfter(request, 'second-looks'))
  return new Response(null, { status: 204 })
})
