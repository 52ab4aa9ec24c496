import type { AppealVerdictInput } from '../../contracts/appeal'
import { answerAppeal } from '../../services/appeal/answer'
import { listAppeals } from '../../services/appeal/list'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/desk/appeals?state=&outcome=&cursor=`: the open appeals, or the answered ones. */
export const getAppeals = handle(async (ctx, request) =>
  json(await listAppeals(ctx, Object.fromEntries(new URL(request.url).searchParams))),
)

/** `POST /api/v1/desk/appeals/{id}/answer`: grants an appeal or upholds the decision. 409 with who was first when the comment has changed. */
export const postAppealAnswer = handle(async (ctx, request) =>
  json(await answerAppeal(ctx, segmentAfter(request, 'appeals'), (await readJson(request)) as AppealVerdictInput), 201),
)
