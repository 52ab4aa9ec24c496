// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { RunView } from '@/components/import/run-view'
import type { ImportRunResource } from '@/lib/contracts/import'
import { renderWorded } from '@/tests/factories/render-worded'

const AT = '2026-03-01T09:30:00.000Z'
const runOf = (postedAt: string | null, format: 'wordpress' | 'html' = 'wordpress'): ImportRunResource => ({
  id: '1',
  fileName: 'export.xml',
  fileSize: 2000,
  format,
  isDryRun: true,
  options: {},
  state: 'done',
  isStopping: false,
  bytesDone: 2000,
  report: {
    format,
    isDryRun: true,
    articles: [{ id: null, externalId: '1', title: 'Fog', author: null, bodyParagraphs: 2, comments: 1 }],
    articleCount: 1,
    counts: { created: 1, updated: 0, unchanged: 0, stale: 0, invalid: 0 },
    skipped: { deleted: 0, spam: 0, rejected: 0, unapproved: 0, pingback: 0, trackback: 0 },
    replies: 7,
    quoteLinks: 0,
    problems: [],
    problemCount: 0,
    columns: [],
    preview: [{ author: 'Ann', excerpt: 'Hello', isReply: false, postedAt }],
  },
  refusal: null,
  startedBy: 'Ada',
  createdAt: AT,
  finishedAt: AT,
  hasFile: true,
})
const show = (run: ImportRunResource) =>
  renderWorded(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })}>
      <RunView initial={run} />
    </QueryClientProvider>,
  )

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it.each([
  ['an export of WordPress', 'wordpress'],
  ['a saved page', 'html'],
] as const)('asks for the time zone of %s that lacks times, and reads it again by that', async (_, format) => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (address: string, { body }: { body: string }) => {
    sent.push([address, JSON.parse(body)])
    return Promise.resolve(new Response(JSON.stringify(runOf(AT)), { status: 202 }))
  })
  show(runOf(null, format))
  const read = screen.getByRole('button', { name: 'Read it with this time zone' })
  expect(read.hasAttribute('disabled')).toBe(true)
  fireEvent.change(screen.getByLabelText(/Time zone/), { target: { value: 'Europe/Berlin ' } })
  fireEvent.click(read)
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent).toEqual([['/api/v1/settings/imports/1/start', { isDryRun: true, options: { timeZone: 'Europe/Berlin' } }]])
})

it('asks for none where the times are known, and says how many comments are replies', () => {
  show(runOf(AT))
  expect(screen.queryByLabelText(/Time zone/)).toBeNull()
  expect(screen.getByText('replies').parentElement?.textContent).toBe('replies7')
})
