import type { OwnReasonInput, OwnReasonPatch } from '../../contracts/own-reason'
import { addOwnReason } from '../../services/own-reason/add'
import { changeOwnReason } from '../../services/own-reason/change'
import { listOwnReasons } from '../../services/own-reason/list'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/settings/reasons` */
export const getOwnReasons = handle(async (ctx) => json({ reasons: await listOwnReasons(ctx) }))

/** `POST /api/v1/settings/reasons` */
export const postOwnReason = handle(async (ctx, request) => json(await addOwnReason(ctx, (await readJson(request)) as OwnReasonInput), 201))

/** `PATCH /api/v1/settings/reasons/{id}`: the text for commenters, the place, retired or not. */
export const patchOwnReason = handle(async (ctx, request) => {
  const patch = (await readJson(request)) as OwnReasonPatch
  return json(await changeOwnReason(ctx, { id: segmentAfter(request, 'reasons'), patch }))
})
