import { expect, it } from 'vitest'
import { queueOrder, QUEUES } from '@/lib/domain/queues'

it('reads what waits longest first, and the newest first only where one watches what comes in', () => {
  expect(Object.fromEntries(QUEUES.map((queue) => [queue, queueOrder(queue)]))).toEqual({
    review: 'oldest_first',
    uncivil: 'oldest_first',
    off_topic: 'oldest_first',
    reported: 'oldest_first',
    held: 'oldest_first',
    newest: 'newest_first',
  })
})
