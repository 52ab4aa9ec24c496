import { readLookShare, setLookShare } from '../../services/second-look/share'
import { readJson } from '../body'
import { handle, json } from '../handler'

/** `GET /api/v1/settings/second-looks`: which share of decisions gets a second look. */
export const getLookShare = handle(async (ctx) => json(await readLookShare(ctx)))

/** `PUT /api/v1/settings/second-looks`: sets it; 409 when somebody changed it meanwhile. */
export const putLookShare = handle(async (ctx, request) => json(await setLookShare(ctx, await readJson(request))))
