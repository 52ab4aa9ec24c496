import type { RemoteScorerInput, RemoteScorerPatch, RemoteScorerTest } from '../../contracts/remote-scorer'
import { addScorer, listScorers, patchScorer, removeScorer, testScorer } from '../../services/remote-scorer/manage'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

const idOf = (request: Request) => segmentAfter(request, 'scorers')

/** `GET /api/v1/settings/scorers` */
export const getScorers = handle(async (ctx) => json({ scorers: await listScorers(ctx) }))

/** `POST /api/v1/settings/scorers`: the answer is the only place where the signing secret is shown. */
export const postScorer = handle(async (ctx, request) => json(await addScorer(ctx, (await readJson(request)) as RemoteScorerInput), 201))

/** `PATCH /api/v1/settings/scorers/{id}`: 204 */
export const handlePatchScorer = handle(async (ctx, request) => {
  await patchScorer(ctx, idOf(request), (await readJson(request)) as RemoteScorerPatch)
  return new Response(null, { status: 204 })
})

/** `DELETE /api/v1/settings/scorers/{id}`: 204 */
export const handleDeleteScorer = handle(async (ctx, request) => {
  await removeScorer(ctx, idOf(request))
  return new Response(null, { status: 204 })
})

/** `POST /api/v1/settings/scorers/{id}/test` */
export const postScorerTest = handle(async (ctx, request) =>
  json(await testScorer(ctx, idOf(request), (await readJson(request)) as RemoteScorerTest)),
)
