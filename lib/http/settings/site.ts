import type { SiteInput } from '../../contracts/site'
import { createSite } from '../../services/site/create'
import { listSites } from '../../services/site/list'
import { readSiteSettings } from '../../services/site/read-settings'
import { updateSiteSettings } from '../../services/site/update-settings'
import { readJson } from '../body'
import { handle, json } from '../handler'

/** `GET /api/v1/settings/site`: name and policy of the site the session shows. */
export const getSiteSettings = handle(async (ctx) => json(await readSiteSettings(ctx)))

/** `PUT /api/v1/settings/site`: both, with the `version` that was read; 409 when somebody changed them meanwhile. */
export const putSiteSettings = handle(async (ctx, request) => json(await updateSiteSettings(ctx, await readJson(request))))

/** `GET /api/v1/settings/sites` */
export const getSites = handle(async (ctx) => json({ sites: await listSites(ctx) }))

/** `POST /api/v1/settings/sites` */
export const postSite = handle(async (ctx, request) => json(await createSite(ctx, (await readJson(request)) as SiteInput), 201))
