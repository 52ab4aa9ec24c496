import type { RuleInput, RulePatch, TrialInput } from '../../contracts/rule'
import { addRule } from '../../services/rule/add'
import { changeRule } from '../../services/rule/change'
import { readRuleFigures } from '../../services/rule/figures'
import { listRules } from '../../services/rule/list'
import { listSeenOtherwise } from '../../services/rule/otherwise'
import { removeRule } from '../../services/rule/remove'
import { tryRule } from '../../services/rule/try'
import { readCheckShare, setCheckShare } from '../../services/second-look/check-share'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/settings/rules` */
export const getRules = handle(async (ctx) => json({ rules: await listRules(ctx) }))

/** `POST /api/v1/settings/rules` */
export const postRule = handle(async (ctx, request) => json(await addRule(ctx, (await readJson(request)) as RuleInput), 201))

/** `PATCH /api/v1/settings/rules/{id}`: what it says, its place, on or off. */
export const patchRule = handle(async (ctx, request) => {
  const patch = (await readJson(request)) as RulePatch
  return json(await changeRule(ctx, { id: segmentAfter(request, 'rules'), patch }))
})

/** `DELETE /api/v1/settings/rules/{id}` */
export const deleteRule = handle(async (ctx, request) => {
  await removeRule(ctx, segmentAfter(request, 'rules'))
  return new Response(null, { status: 204 })
})

/** `POST /api/v1/settings/rules/{id}/trial`: what it would have done. */
export const postTrial = handle(async (ctx, request) => {
  const input = (await readJson(request)) as TrialInput
  return json(await tryRule(ctx, { id: segmentAfter(request, 'rules'), input }))
})

/** `GET /api/v1/settings/rules/figures`: what each of them did, and what people have made of that. */
export const getFigures = handle(async (ctx) => json({ figures: await readRuleFigures(ctx) }))

/** `GET /api/v1/settings/rules/{id}/otherwise`: what people saw otherwise in the last 30 days. */
export const getOtherwise = handle(async (ctx, request) => json(await listSeenOtherwise(ctx, segmentAfter(request, 'rules'))))

/** `GET /api/v1/settings/rules/checks`: which share of what they decide alone is checked at random. */
export const getCheckShare = handle(async (ctx) => json(await readCheckShare(ctx)))

/** `PUT /api/v1/settings/rules/checks`: sets it; 409 when somebody changed it meanwhile. */
export const putCheckShare = handle(async (ctx, request) => json(await setCheckShare(ctx, await readJson(request))))
