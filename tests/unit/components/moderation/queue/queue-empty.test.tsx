// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { QueueEmpty } from '@/components/moderation/queue/queue-empty'
import type { QueueCounts } from '@/lib/contracts/queue'
import type { Queue } from '@/lib/domain/queues'
import { renderWorded } from '@/tests/factories/render-worded'

afterEach(cleanup)

const NONE = { review: 0, uncivil: 0, off_topic: 0, reported: 0, held: 0, mine: 0 }

/** The buttons under an empty queue that is searched, and whether the first leads to the newest comments. */
function listWays(queue: Queue, newest: number): { names: string[]; leads: boolean } {
  const onNewest = vi.fn()
  const counts: QueueCounts = { ...NONE, newest, capped: [] }
  const filters = { queue, article: null, commenter: null, status: [], q: 'author:hannes', sort: null }
  renderWorded(<QueueEmpty filters={filters} counts={counts} canConnect={false} onClearFilters={() => undefined} onNewest={onNewest} />)
  const [first] = screen.getAllByRole('button')
  if (first) fireEvent.click(first)
  return { names: screen.getAllByRole('button').map(({ textContent }) => textContent), leads: onNewest.mock.calls.length > 0 }
}

it.each([
  ['review', 14, ['14 in “Newest”', 'Clear the filters'], true],
  ['review', 0, ['Clear the filters'], false],
  ['newest', 0, ['Clear the filters'], false],
] as const)(
  'a search that finds nothing in %s says that there are %d in the queue of all comments, and leads there',
  (queue, newest, names, leads) => {
    expect(listWays(queue, newest)).toEqual({ names, leads })
  },
)
