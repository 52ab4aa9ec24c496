import type { QueuePage, QueueQuery } from '../../contracts/queue'
import type { Context } from '../context'

/**
 * One page of a queue.
 *
 * @throws DomainError forbidden without the permission to read, invalid_input for a cursor that is not ours
 */
export function listQueue(_ctx: Context, _query: QueueQuery): Promise<QueuePage> {
  return Promise.reject(new Error('The queue is not built yet.'))
}
