// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { ContextWhy } from '@/components/moderation/context/context-why'
import { writeWaveCount } from '@/components/moderation/queue/wave-words'
import { makeFormats } from '@/components/words/formats'
import type { QueueRow } from '@/lib/contracts/queue'
import type { OutcomeCounts } from '@/lib/domain/precedents'
import { makeContext, makeRow } from '../desk-fixtures'

function openWhy(wave: QueueRow['wave'], isDeciding = true, counts: OutcomeCounts = { kept: 0, marked: 0, rejected: 0 }) {
  const precedents = { counts, latest: [], waiting: [] }
  return renderWorded(
    <QueryClientProvider client={new QueryClient()}>
      <ContextWhy context={{ ...makeContext(makeRow(1, { wave })), precedents }} isDeciding={isDeciding} />
    </QueryClientProvider>,
  )
}

describe('the wave beside a comment', () => {
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  it('is counted, and decided on as one', async () => {
    const asked: unknown[] = []
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      asked.push([path, JSON.parse(init.body as string)])
      return Promise.resolve(new Response(JSON.stringify({ title: 'Nothing left', status: 404 }), { status: 404 }))
    })
    openWhy({ id: '00000000-0000-7000-8000-0000000000bb', count: 12 }, true, { kept: 1, marked: 0, rejected: 4 })
    expect(screen.getByText('11 comments like this one')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Decide on all of them…' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent.replaceAll(/[\u2066-\u2069]/g, '')).toContain(
      'People decided on similar comments before: 1 approved and 4 rejected.',
    )
    fireEvent.change(await screen.findByRole('combobox', { name: 'Decision' }), { target: { value: 'approve' } })
    await waitFor(() =>
      expect(asked).toEqual([
        ['/api/v1/desk/batches', { of: { kind: 'wave', waveId: '00000000-0000-7000-8000-0000000000bb' }, act: { kind: 'approve' } }],
      ]),
    )
  })

  it('is shown to editors, who decide on nothing', () => {
    openWhy({ id: '00000000-0000-7000-8000-0000000000bb', count: 12 }, false)
    expect(screen.getByText('11 comments like this one')).toBeDefined()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('is not there for a comment like no other', () => {
    openWhy(null)
    expect(screen.getByText('No rule held it and no scorer suggested a mark.')).toBeDefined()
    expect(screen.queryByText(/like this one/)).toBeNull()
  })

  it('is told in words, and as "more" where it was not counted to its end', () => {
    const formats = makeFormats('en')
    expect([writeWaveCount(formats, 3), writeWaveCount(formats, 1000), writeWaveCount(formats, 1000, 1)]).toEqual(['3', '1,000+', '999+'])
    openWhy({ id: '00000000-0000-7000-8000-0000000000bb', count: 2 })
    expect(screen.getByText('1 comment like this one')).toBeDefined()
  })
})

describe('a scorer outside that has not scored the comment', () => {
  it('is named with the reason', () => {
    const context = {
      ...makeContext(makeRow(1)),
      missingScores: [
        { scorer: 'Our model', failure: 'It answered 500.', isWaiting: false },
        { scorer: 'Other', failure: null, isWaiting: true },
      ],
    }
    renderWorded(
      <QueryClientProvider client={new QueryClient()}>
        <ContextWhy context={context} isDeciding />
      </QueryClientProvider>,
    )
    const told = [...screen.getByRole('list', { name: 'Not scored' }).children].map((line) => line.textContent)
    expect(told).toEqual(['Not scored by Our model: It answered 500.', 'Not scored by Other yet'])
  })
})
