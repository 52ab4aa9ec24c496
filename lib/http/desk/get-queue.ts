import { listQueue } from '../../services/queue/list'
import { handle, sharedJson } from '../handler'
import { readQueueParams } from './queue-query'

/** `GET /api/v1/desk/queue?queue=&article=&status=&q=&sort=&cursor=&limit=`: one page of a queue. */
export const getQueue = handle(async (ctx, request) => sharedJson(await listQueue(ctx, readQueueParams(request))))
