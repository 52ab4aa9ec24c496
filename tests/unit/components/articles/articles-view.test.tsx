// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { NuqsTestingAdapter, type OnUrlUpdateFunction } from 'nuqs/adapters/testing'
import { createLoader } from 'nuqs/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { ARTICLE_ADDRESS, toListQuery } from '@/components/articles/list/article-address'
import { ArticlesView } from '@/components/articles/list/articles-view'
import type { ArticleListPage, ArticleListRow } from '@/lib/contracts/article-list'
import { makeListRow } from './article-fixtures'

/** The line on which the page hears what happens. */
class FakeLine {
  static latest: FakeLine | null = null
  onopen: () => void = () => undefined
  onerror: () => void = () => undefined
  readonly #heard = new Map<string, (message: { data: string }) => void>()
  constructor() {
    FakeLine.latest = this
  }
  addEventListener(kind: string, hear: (message: { data: string }) => void): void {
    this.#heard.set(kind, hear)
  }
  tell(event: { kind: string }): void {
    this.#heard.get(event.kind)?.({ data: JSON.stringify(event) })
  }
  close(): void {}
}
beforeEach(() => void vi.stubGlobal('EventSource', FakeLine))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const NOW = '2026-03-09T13:00:00.000Z'
const pageOf = (rows: ArticleListRow[], total = rows.length): ArticleListPage => ({ rows, total, nextCursor: null, now: NOW })

function show(start: ArticleListPage, address = '', onUrlUpdate?: OnUrlUpdateFunction, canConnect = false) {
  const startQuery = new URLSearchParams(toListQuery(createLoader(ARTICLE_ADDRESS)(new URLSearchParams(address)))).toString()
  return renderWorded(
    <QueryClientProvider client={new QueryClient()}>
      <NuqsTestingAdapter searchParams={address} hasMemory {...(onUrlUpdate ? { onUrlUpdate } : {})}>
        <ArticlesView start={start} startQuery={startQuery} sections={['City']} views={[]} canConnect={canConnect} />
      </NuqsTestingAdapter>
    </QueryClientProvider>,
  )
}

const ROWS = [makeListRow(), makeListRow({ id: 'b', title: 'Bridge', judged: 0, state: 'held', isHelpAsked: true, alerts: ['uncivil'] })]

describe('the table of articles', () => {
  it('keeps the order of the server and says how each discussion stands', () => {
    show(pageOf(ROWS))
    const [, tram, bridge] = screen.getAllByRole('row')
    expect(tram?.textContent).toContain('Tram')
    expect(tram?.textContent).toContain('10%')
    for (const word of ['Bridge', 'new comments held', 'moderators asked', 'heated']) expect(bridge?.textContent).toContain(word)
  })

  it('shows a dash and the reason where nothing is known, never a share of nothing', () => {
    show(pageOf([makeListRow({ judged: 0, offTopicShare: 0, uncivilShare: 0 })]))
    expect(screen.getAllByText('Nobody has reviewed or marked a comment here yet')).toHaveLength(2)
    expect(screen.queryByText('0%')).toBeNull()
  })

  it('asks the server for another order and puts it into the address', async () => {
    const fetched = vi.fn(() => Promise.resolve(Response.json(pageOf(ROWS.toReversed()))))
    vi.stubGlobal('fetch', fetched)
    const updated = vi.fn<OnUrlUpdateFunction>()
    show(pageOf(ROWS), '', updated)
    fireEvent.click(screen.getByRole('button', { name: 'Uncivil' }))
    await waitFor(() => expect(fetched).toHaveBeenCalled())
    expect(String((fetched.mock.calls as unknown[][])[0]?.[0])).toContain('sort=uncivil&order=desc')
    await waitFor(() => expect(updated.mock.calls.at(-1)?.[0].queryString).toBe('?sort=uncivil'))
    await waitFor(() => expect(screen.getAllByRole('row')[1]?.textContent).toContain('Bridge'))
  })

  it('asks for the figures again when it hears of an article, and says when it can hear nothing', async () => {
    const fetched = vi.fn(() => Promise.resolve(Response.json(pageOf([makeListRow({ comments: 4321 }), ROWS[1] ?? makeListRow()]))))
    vi.stubGlobal('fetch', fetched)
    show(pageOf(ROWS))
    act(() => FakeLine.latest?.onopen())
    act(() => FakeLine.latest?.tell({ kind: 'pulse' }))
    act(() => FakeLine.latest?.tell({ kind: 'articles', ids: ['a'] } as { kind: string }))
    expect(fetched).not.toHaveBeenCalled()
    await waitFor(() => expect(screen.getAllByRole('row')[1]?.textContent).toContain('4,321'))
    expect(fetched).toHaveBeenCalledTimes(1)
    act(() => FakeLine.latest?.onerror())
    expect(screen.getByText('Live updates are interrupted: figures may be out of date.')).toBeDefined()
  })

  it('offers to compare as soon as two are chosen', () => {
    show(pageOf(ROWS))
    fireEvent.click(screen.getByRole('checkbox', { name: 'Compare “Tram”' }))
    expect(screen.queryByRole('link', { name: 'Compare' })).toBeNull()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Compare “Bridge”' }))
    expect(screen.getByRole('link', { name: 'Compare' }).getAttribute('href')).toBe('/articles/compare?of=articles&id=a&id=b')
  })

  it('says which emptiness it is: nothing has arrived, nothing waits, or the filter hides it', () => {
    show(pageOf([]))
    expect(screen.getByText('No articles have arrived yet')).toBeDefined()
    cleanup()
    show(pageOf([]), '?waiting=true')
    expect(screen.getByText('Nothing is waiting')).toBeDefined()
    cleanup()
    show(pageOf([]), '?q=zebra')
    expect(screen.getByText('The filter hides everything')).toBeDefined()
  })

  it('leads administrators, and nobody else, from nothing to the first key and the first import', () => {
    const paths = () => screen.queryAllByRole('link').map((link) => link.getAttribute('href'))
    show(pageOf([]))
    expect(paths()).toEqual([])
    cleanup()
    show(pageOf([]), '', undefined, true)
    expect(paths()).toEqual(['/settings/keys', '/settings/import'])
  })
})
