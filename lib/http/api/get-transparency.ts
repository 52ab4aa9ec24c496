import { readTransparency } from '../../services/transparency/read'
import { handle, json } from '../handler'

/** `GET /api/v1/transparency?period=` or `?from=&to=`: what the site moderated then. */
export const handleGetTransparency = handle(async (ctx, request) =>
  json(await readTransparency(ctx, Object.fromEntries(new URL(request.url).searchParams))),
)
