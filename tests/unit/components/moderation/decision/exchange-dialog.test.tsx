// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { ExchangeDialog } from '@/components/moderation/decision/exchange-dialog'
import type { BatchResource } from '@/lib/contracts/batch'
import type { ExchangeInput } from '@/lib/contracts/exchange'
import type { ThreadEntry } from '@/lib/contracts/queue'
import { makeContext, makeRow, NOW } from '../desk-fixtures'

function makeEntry(n: number, suggestions: Partial<ThreadEntry['state']['suggestions']>, isReviewed = false): ThreadEntry {
  const [entry] = makeContext(makeRow(n)).thread.entries
  if (!entry) throw new Error('no entry')
  const state = { ...entry.state, isReviewed, suggestions: { offTopic: null, uncivil: null, ...suggestions } }
  return { ...entry, commenterName: `Voice ${n}`, state }
}

const INSULT = { score: 0.9, kind: 'insult' } as const

const decide = vi.fn((_items: ExchangeInput['items']) => new Promise<BatchResource>(() => undefined))

function makeBatch(outcomes: Partial<BatchResource['outcomes']>): BatchResource {
  const none = { waiting: 0, changed: 0, unchanged: 0, conflict: 0, removed: 0, restored: 0, kept: 0 }
  const who = { by: 'Mina', createdAt: NOW, startedAt: NOW, undoneAt: null, undoneBy: null }
  return { id: 'batch-1', title: 'Decide an exchange', state: 'done', ...who, total: 1, outcomes: { ...none, ...outcomes }, exceptions: [] }
}

describe('an exchange', () => {
  afterEach(() => {
    cleanup()
    decide.mockClear()
  })

  it('takes every mark that is suggested at one press, and leaves the others and what is decided as they are', () => {
    const entries = [
      makeEntry(1, {}),
      makeEntry(2, { uncivil: INSULT, offTopic: 0.8 }),
      makeEntry(3, { offTopic: 0.8 }),
      makeEntry(4, { uncivil: INSULT }, true),
    ]
    renderWorded(<ExchangeDialog entries={entries} onDecide={decide} onDone={() => undefined} onClose={() => undefined} />)
    fireEvent.click(screen.getByRole('button', { name: 'Mark as suggested' }))
    expect(screen.getAllByRole<HTMLSelectElement>('combobox').map(({ value }) => value)).toEqual(['', 'uncivil.insult', 'off_topic', ''])
    expect(screen.getByRole('button', { name: 'Decide on 2' })).toBeDefined()
  })

  it('offers nothing of the kind where nothing is suggested', () => {
    renderWorded(<ExchangeDialog entries={[makeEntry(1, {})]} onDecide={decide} onDone={() => undefined} onClose={() => undefined} />)
    expect(screen.queryByRole('button', { name: 'Mark as suggested' })).toBeNull()
  })

  it('begins at the comment that it was opened from, and sends what was chosen with Ctrl and Enter', async () => {
    const entries = [makeEntry(1, {}), makeEntry(2, { uncivil: INSULT })].map((entry, at) => ({ ...entry, isCurrent: at === 1 }))
    renderWorded(<ExchangeDialog entries={entries} onDecide={decide} onDone={() => undefined} onClose={() => undefined} />)
    const [, second] = screen.getAllByRole<HTMLSelectElement>('combobox')
    await waitFor(() => expect(document.activeElement).toBe(second))
    expect(second?.closest('li')?.getAttribute('aria-current')).toBe('true')
    if (!second) throw new Error('no second comment')
    fireEvent.keyDown(second, { key: 'Enter', ctrlKey: true })
    expect(decide).not.toHaveBeenCalled()
    fireEvent.change(second, { target: { value: 'uncivil.insult+' } })
    fireEvent.keyDown(second, { key: 'Enter', ctrlKey: true })
    await waitFor(() =>
      expect(decide.mock.calls).toEqual([
        [[{ id: entries[1]?.id, version: 1, act: { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult', alsoReject: true } }]],
      ]),
    )
  })

  it('stops once at each comment: the arrows lead from its choice to its replies and back', () => {
    const gone = makeEntry(2, {})
    const entries = [makeEntry(1, {}), { ...gone, state: { ...gone.state, status: 'removed' as const } }]
    renderWorded(<ExchangeDialog entries={entries} onDecide={decide} onDone={() => undefined} onClose={() => undefined} />)
    const [replies, ofGone] = screen.getAllByRole('checkbox', { name: /^Close replies under this/ })
    expect([replies?.tabIndex, ofGone?.tabIndex]).toEqual([-1, 0])
    const choice = screen.getByRole('combobox')
    choice.focus()
    expect(fireEvent.keyDown(choice, { key: 'ArrowRight' })).toBe(false)
    expect(document.activeElement).toBe(replies)
    if (replies) fireEvent.keyDown(replies, { key: 'ArrowLeft' })
    expect(document.activeElement).toBe(choice)
    // Up and down choose, as everywhere.
    expect(fireEvent.keyDown(choice, { key: 'ArrowDown' })).toBe(true)
  })

  it('sends marks and closed replies at one press, and nothing of what is left as it is or was closed by a colleague meanwhile', async () => {
    const entries = [makeEntry(1, {}), makeEntry(2, { uncivil: INSULT }), makeEntry(3, {}), makeEntry(4, {})]
    const draw = (drawn: ThreadEntry[]) => (
      <ExchangeDialog entries={drawn} onDecide={decide} onDone={() => undefined} onClose={() => undefined} />
    )
    const { rerender } = renderWorded(draw(entries))
    const replies = () => screen.getAllByRole<HTMLInputElement>('checkbox', { name: /^Close replies under this/ })
    for (const at of [0, 1, 3]) fireEvent.click(replies()[at] as HTMLElement)
    // Enter changes it, too, and sends nothing.
    expect(fireEvent.keyDown(replies()[3] as HTMLElement, { key: 'Enter' })).toBe(false)
    expect(replies().map(({ checked }) => checked)).toEqual([true, true, false, false])
    expect(screen.getByRole('button', { name: 'Decide on 2' })).toBeDefined()
    fireEvent.change(screen.getAllByRole('combobox')[1] as HTMLElement, { target: { value: 'uncivil.insult' } })
    fireEvent.keyDown(screen.getAllByRole('combobox')[1] as HTMLElement, { key: 'Enter', ctrlKey: true })
    const insult = { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' }
    await waitFor(() =>
      expect(decide.mock.calls).toEqual([
        [
          [
            { id: entries[0]?.id, version: 1, areRepliesClosed: true },
            { id: entries[1]?.id, version: 1, act: insult, areRepliesClosed: true },
          ],
        ],
      ]),
    )
    rerender(draw(entries.map((entry, at) => (at === 0 ? { ...entry, version: 2, areRepliesClosed: true } : entry))))
    expect(screen.getByRole('button', { name: 'Decide on 1' })).toBeDefined()
  })

  it('closes once all of it is decided, and stays to list what was left out', async () => {
    const entry = makeEntry(1, { uncivil: INSULT })
    const close = vi.fn()
    renderWorded(<ExchangeDialog entries={[entry]} onDecide={decide} onDone={() => undefined} onClose={close} />)
    const send = () => {
      fireEvent.change(screen.getByRole('combobox'), { target: { value: 'approve' } })
      fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter', ctrlKey: true })
    }
    decide.mockResolvedValueOnce(makeBatch({ changed: 1 }))
    send()
    await waitFor(() => expect(close).toHaveBeenCalledTimes(1))
    const leftOut = { commentId: entry.id, outcome: 'conflict' as const, detail: 'Teo', excerpt: 'Comment', commenterName: 'Voice 1' }
    decide.mockResolvedValueOnce({ ...makeBatch({ conflict: 1 }), exceptions: [leftOut] })
    send()
    expect(await screen.findByText(/1 changed by others/)).toBeDefined()
    expect(close).toHaveBeenCalledTimes(1)
  })

  it('drops a choice that was made before a colleague decided, says so, and takes a new one', () => {
    const first = makeEntry(1, { uncivil: INSULT })
    const draw = (entries: ThreadEntry[]) => (
      <ExchangeDialog entries={entries} onDecide={decide} onDone={() => undefined} onClose={() => undefined} />
    )
    const { rerender } = renderWorded(draw([first]))
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'approve' } })
    expect(screen.getByRole('button', { name: 'Decide on 1' })).toBeDefined()
    rerender(draw([{ ...first, version: 2, state: { ...first.state, status: 'rejected', isReviewed: true } }]))
    expect(screen.getByText('Changed in the meantime: choose again.')).toBeDefined()
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('')
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'approve' } })
    expect(screen.queryByText('Changed in the meantime: choose again.')).toBeNull()
    expect(screen.getByRole('button', { name: 'Decide on 1' })).toBeDefined()
  })
})
