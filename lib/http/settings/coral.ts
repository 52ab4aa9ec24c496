import type { CoralPhaseInput } from '../../contracts/coral'
import { addCoralPhase, deleteCoralPhase } from '../../services/coral/manage'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `POST /api/v1/settings/coral` */
export const postCoralPhase = handle(async (ctx, request) =>
  json(await addCoralPhase(ctx, (await readJson(request)) as CoralPhaseInput), 201),
)

/** `DELETE /api/v1/settings/coral/{id}`: 204 */
export const handleDeleteCoralPhase = handle(async (ctx, request) => {
  await deleteCoralPhase(ctx, segmentAfter(request, 'coral'))
  return new Response(null, { status: 204 })
})
