import { findErasureOf } from '../../services/erasure/find'
import { eraseCommenter } from '../../services/erasure/start'
import { externalIdOf } from '../external-id'
import { handle, json } from '../handler'

/** `DELETE /api/v1/commenters/{externalId}`: 200 when all of them is erased, 202 while their comments are still to follow. */
export const handleDeleteCommenter = handle(async (ctx, request) => {
  const erasure = await eraseCommenter(ctx, externalIdOf(request, 'commenters'))
  return json(erasure, erasure.state === 'done' ? 200 : 202)
})

/** `GET /api/v1/commenters/{externalId}/erasure`: how far that has come. */
export const handleGetErasure = handle(async (ctx, request) => json(await findErasureOf(ctx, externalIdOf(request, 'commenters'))))
