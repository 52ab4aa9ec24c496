// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SearchView } from '@/components/search/search-view'
import { renderWorded } from '@/tests/factories/render-worded'
import { NOW } from '../moderation/desk-fixtures'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }) }))

describe('a search that finds nothing', () => {
  afterEach(cleanup)

  const draw = (isBare: boolean) =>
    renderWorded(
      <QueryClientProvider client={new QueryClient()}>
        <SearchView
          q="tram"
          page={{ rows: [], nextCursor: null, now: NOW }}
          isBare={isBare}
          found={null}
          isFirst
          canDecide
          canMakeRule={false}
        />
      </QueryClientProvider>,
    )

  it('says how words are searched for', () => {
    draw(false)
    expect(screen.getByText('No comments match')).toBeDefined()
  })

  it('says that nothing has arrived where that is why', () => {
    draw(true)
    expect(screen.getByText('No comments have arrived yet')).toBeDefined()
    expect(screen.queryByText('No comments match')).toBeNull()
  })
})
