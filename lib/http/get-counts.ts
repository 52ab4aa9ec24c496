import { parseInput } from '../contracts/parse'
import { QueueQuery } from '../contracts/queue'
import { countQueues } from '../services/queue/count'
import { handle, json } from './handler'
import { readQueueParams } from './queue-query'

const CountsQuery = QueueQuery.pick({ article: true, status: true })

/** `GET /api/v1/desk/counts?article=&status=`: how many comments each queue holds. */
export const getCounts = handle(async (ctx, request) => json(await countQueues(ctx, parseInput(CountsQuery, readQueueParams(request)))))
