import { listHelpCalls } from '../../services/alert/calls'
import { readAlertLines, updateLines } from '../../services/alert/lines'
import { listAlerts, listStops } from '../../services/alert/list'
import { previewAlerts } from '../../services/alert/preview'
import { readJson } from '../body'
import { handle, json } from '../handler'

/** `GET /api/v1/desk/alerts`: alerts that stand, then the latest; calls for moderators; and rules that were stopped. */
export const getAlerts = handle(async (ctx) => {
  const [alerts, calls, stops] = await Promise.all([listAlerts(ctx), listHelpCalls(ctx), listStops(ctx)])
  return json({ alerts, calls, stops })
})

/** `GET /api/v1/settings/alerts`: over which lines an article is told of. */
export const getAlertLines = handle(async (ctx) => json(await readAlertLines(ctx)))

/** `PUT /api/v1/settings/alerts`: sets them; 409 when somebody changed them meanwhile. */
export const putAlertLines = handle(async (ctx, request) => json(await updateLines(ctx, await readJson(request))))

/** `GET /api/v1/settings/alerts/preview`: what lines that nobody has saved would have raised in the last 30 days. */
export const previewAlertLines = handle(async (ctx, request) =>
  json(await previewAlerts(ctx, Object.fromEntries(new URL(request.url).searchParams))),
)
