import { chooseJudgement } from '../../services/judgement/choose'
import { readOverview } from '../../services/judgement/overview'
import { readJson } from '../body'
import { handle, json } from '../handler'

/** `GET /api/v1/settings/judgement`: what the site has learnt from its decisions, and by which version it scores. */
export const getJudgement = handle(async (ctx) => json(await readOverview(ctx)))

/** `PUT /api/v1/settings/judgement`: score by an earlier version, or by none; 409 when another is live by now. */
export const putJudgement = handle(async (ctx, request) => json(await chooseJudgement(ctx, await readJson(request))))
