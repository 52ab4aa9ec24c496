import { getPreferences, setPreferences } from '../../services/user/preferences'
import { readJson } from '../body'
import { handle, json } from '../handler'

/** `GET /api/v1/desk/preferences`: how the desk looks and behaves for the caller. */
export const getDeskPreferences = handle(async (ctx) => json(await getPreferences(ctx)))

/** `PUT /api/v1/desk/preferences` */
export const putDeskPreferences = handle(async (ctx, request) => json(await setPreferences(ctx, await readJson(request))))
