// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { ContextWhy } from '@/components/moderation/context/context-why'
import { makeContext, makeRow } from '../desk-fixtures'

afterEach(cleanup)

it('what a watched word was told by is not called as what a model measured, and the higher stands first', () => {
  const scored = (scorer: string, attribute: string, value: number) => ({
    scorer,
    version: '1',
    attribute,
    value,
    reason: { spans: [], sentences: [] },
  })
  const scores = [
    scored('incivility', 'uncivil.insult', 0.54),
    scored('watched_words', 'uncivil.insult', 0.8),
    scored('x', 'off_topic.article', 0.3),
  ]
  renderWorded(
    <QueryClientProvider client={new QueryClient()}>
      <ContextWhy context={{ ...makeContext(makeRow(1)), scores }} isDeciding={false} />
    </QueryClientProvider>,
  )
  const said = screen.getAllByRole('meter').map((meter) => [meter.getAttribute('aria-label'), meter.getAttribute('aria-valuenow')])
  expect(said).toEqual([
    ['watched word: insult', '0.8'],
    ['insult', '0.54'],
    ['away from article', '0.3'],
  ])
})

it('a comment that came for its reports says so also when they are answered', () => {
  const report = (id: string, isResolved: boolean) => ({
    ...({ id, reason: 'misinformation', note: null, reporter: null, reportedAt: '2026-11-20T11:00:00.000Z', isResolved } as const),
  })
  const draw = (reports: ReturnType<typeof report>[]) => {
    cleanup()
    renderWorded(
      <QueryClientProvider client={new QueryClient()}>
        <ContextWhy context={{ ...makeContext(makeRow(1)), reports }} isDeciding={false} />
      </QueryClientProvider>,
    )
    return screen.queryByText(/^\d reports?: /)?.textContent ?? screen.getByText(/^No rule held it/).textContent
  }
  expect(draw([report('a', true), report('b', false)])).toBe('1 report: misinformation')
  expect(draw([report('a', true), report('b', true)])).toBe('2 reports: misinformation')
  expect(draw([])).toBe('No rule held it and no scorer suggested a mark.')
})
