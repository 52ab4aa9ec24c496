import type { AppealInput } from '../../contracts/appeal'
import { addAppeal } from '../../services/appeal/add'
import { readJson } from '../body'
import { externalIdOf } from '../external-id'
import { handle, json } from '../handler'

/** `POST /api/v1/comments/{externalId}/appeals`: 201 when the appeal is new, 200 when it was known. */
export const handlePostAppeal = handle(async (ctx, request) => {
  const answer = await addAppeal(ctx, externalIdOf(request, 'comments'), (await readJson(request)) as AppealInput)
  return json(answer, answer.outcome === 'created' ? 201 : 200)
})
