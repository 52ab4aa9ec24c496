// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { QueueToolbar } from '@/components/moderation/queue/queue-toolbar'
import { renderWorded } from '@/tests/factories/render-worded'

const nothing = () => undefined

function open(typed: string, q: string): void {
  renderWorded(
    <QueueToolbar
      filters={{ queue: 'review', article: null, commenter: null, status: [], q, sort: null }}
      typed={typed}
      count={3}
      isCapped={false}
      oldestAt={null}
      articleTitle={null}
      arrived={0}
      decided={0}
      others={[]}
      isRefreshing={false}
      isFilterOpen={false}
      onToggleFilter={nothing}
      onRefresh={nothing}
      onClear={nothing}
      mode={null}
      onMode={nothing}
      commenterName={null}
    />,
  )
}

const listSaid = () => screen.getAllByRole('status').map(({ textContent }) => textContent)

it('says what is not understood of a search, for the screens on which the search is not in sight', () => {
  open('section:Culture is:wave', '')
  expect(listSaid()).toContainEqual(expect.stringMatching(/^is:wave: wave is none of pending, /u))
})

it('says nothing of a search that is understood', () => {
  open('section:Culture bridge', 'section:Culture bridge')
  expect(listSaid().join('')).toBe('')
})
