import type { QueueCounts, QueueQuery } from '../../contracts/queue'
import type { Context } from '../context'

/** How many comments each queue holds under these filters, exactly. @throws DomainError forbidden */
export function countQueues(_ctx: Context, _filter: Partial<Pick<QueueQuery, 'article' | 'status'>>): Promise<QueueCounts> {
  return Promise.reject(new Error('The counts are not built yet.'))
}
