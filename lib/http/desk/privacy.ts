import { giveOutKnownCommenter } from '../../services/commenter/give-out'
import { getErasure } from '../../services/erasure/find'
import { previewErasure } from '../../services/erasure/preview'
import { eraseKnownCommenter } from '../../services/erasure/start'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'
import { streamedJson } from '../streamed-json'
import { whileTaken } from '../taken-file'

/** `GET /api/v1/desk/commenters/{id}/data?notes=`: everything that is kept about somebody, as a file. */
export const getKnownCommenterData = handle(async (ctx, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const pieces = await giveOutKnownCommenter(ctx, segmentAfter(request, 'commenters'), asked)
  return streamedJson('commenter', whileTaken(request, 'privacy', pieces))
})

/** `GET /api/v1/desk/commenters/{id}/erasure`: what would be erased. */
export const getErasurePreview = handle(async (ctx, request) => json(await previewErasure(ctx, segmentAfter(request, 'commenters'))))

/** `POST /api/v1/desk/commenters/{id}/erasure`: erases them. */
export const postErasure = handle(async (ctx, request) =>
  json(await eraseKnownCommenter(ctx, segmentAfter(request, 'commenters'), await readJson(request)), 202),
)

/** `GET /api/v1/desk/erasures/{id}`: how far it has come. */
export const getErasureById = handle(async (ctx, request) => json(await getErasure(ctx, segmentAfter(request, 'erasures'))))
