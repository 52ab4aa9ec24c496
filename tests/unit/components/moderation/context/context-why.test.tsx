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
