// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { ArticlesView } from '@/components/articles/articles-view'
import type { ArticleSummary } from '@/lib/contracts/article-stats'
import { makeSummary } from './article-fixtures'

afterEach(cleanup)

const NOW = '2026-03-09T13:00:00.000Z'
const show = (rows: ArticleSummary[], address = '', total = rows.length) =>
  renderWorded(
    <NuqsTestingAdapter searchParams={address} hasMemory>
      <ArticlesView list={{ rows, total, now: NOW }} />
    </NuqsTestingAdapter>,
  )
const readTitles = () => screen.queryAllByRole('link').map((link) => link.textContent)

const ROWS = [
  makeSummary({ id: 'a', title: 'Tram', uncivilShare: 0.2, lastCommentAt: '2026-03-09T11:00:00.000Z' }),
  makeSummary({ id: 'b', title: 'Bridge', uncivilShare: 0, judged: 0, medianWaitSeconds: null, lastCommentAt: '2026-03-09T12:30:00.000Z' }),
  makeSummary({ id: 'c', title: 'Phones', comments: 0, judged: 0, uncivilShare: null, offTopicShare: null, lastCommentAt: null }),
]

describe('the table of articles', () => {
  it('begins with the latest comment and puts articles without one last', () => {
    show(ROWS)
    expect(readTitles()).toEqual(['Bridge', 'Tram', 'Phones'])
  })

  it('is ordered as the address says, unknown shares last in both directions', () => {
    show(ROWS, '?sort=uncivil')
    expect(readTitles()[0]).toBe('Tram')
    cleanup()
    show(ROWS, '?sort=uncivil&order=asc')
    expect(readTitles()[0]).toBe('Tram')
  })

  it('shows a dash and the reason where nothing is known, never a share of nothing', () => {
    show(ROWS, '?q=Bridge')
    expect(screen.getAllByText('Nobody has reviewed or marked a comment here yet')).toHaveLength(2)
    expect(screen.queryByText('0 %')).toBeNull()
  })

  it('says which emptiness it is: nothing has arrived, nothing waits, or the filter hides it', () => {
    show([])
    expect(screen.getByText('No article has arrived yet')).toBeDefined()
    cleanup()
    show(ROWS, '?waiting=true')
    expect(screen.getByText('Nothing waits')).toBeDefined()
    cleanup()
    show(ROWS, '?q=zebra')
    expect(screen.getByText('The filter hides everything')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Clear the filters' }))
    expect(readTitles()).toHaveLength(3)
  })

  it('says when there are more articles than it shows', () => {
    show(ROWS, '', 1234)
    expect(screen.getByText('The newest 3 of 1,234 articles')).toBeDefined()
  })
})
