import type { SessionSiteInput } from '../../contracts/site'
import { switchSite } from '../../services/session/switch-site'
import { readJson } from '../body'
import { handle } from '../handler'

/** `POST /api/v1/session/site`: the site this browser shows from now on. */
export const postSessionSite = handle(async (ctx, request) => {
  await switchSite(ctx, (await readJson(request)) as SessionSiteInput)
  return new Response(null, { status: 204 })
})
