import { listRows } from '../../services/queue/list-rows'
import { handle, json } from '../handler'

/** `GET /api/v1/desk/rows?id=&id=`: named comments as rows of a queue. */
export const getRows = handle(async (ctx, request) =>
  json({ rows: await listRows(ctx, { ids: new URL(request.url).searchParams.getAll('id') }) }),
)
