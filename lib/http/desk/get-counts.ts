import { countQueues } from '../../services/queue/count'
import { handle, json } from '../handler'
import { readQueueParams } from './queue-query'

/** `GET /api/v1/desk/counts?article=&status=&q=`: how many comments each queue holds. */
export const getCounts = handle(async (ctx, request) => json(await countQueues(ctx, readQueueParams(request))))
