import type { RescorePatch } from '../../contracts/rescore'
import { findRescore, patchRescore, startRescore } from '../../services/rescore/manage'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/settings/rescore`: the latest run, or null. */
export const getRescore = handle(async (ctx) => json({ run: await findRescore(ctx) }))

/** `POST /api/v1/settings/rescore` */
export const postRescore = handle(async (ctx) => json(await startRescore(ctx), 201))

/** `PATCH /api/v1/settings/rescore/{id}`: 204 */
export const handlePatchRescore = handle(async (ctx, request) => {
  await patchRescore(ctx, segmentAfter(request, 'rescore'), (await readJson(request)) as RescorePatch)
  return new Response(null, { status: 204 })
})
