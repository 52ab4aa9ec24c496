// @vitest-environment happy-dom
import { useQueryClient } from '@tanstack/react-query'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { usePreferences } from '@/components/moderation/frame/preferences-context'
import type { DecisionAnswer } from '@/lib/contracts/decision'
import type { QueueCounts, QueueRow } from '@/lib/contracts/queue'
import { HIDEABLE_COLUMNS } from '@/lib/domain/preferences'
import { COUNTS, EDITOR, makeContext, makePage, makeRow } from '../desk-fixtures'
import { answer, openDesk, stubDesk, type StubbedDesk } from './open-desk'

const rows = [makeRow(1), makeRow(2), makeRow(3)]
/** Changes the preferences while the desk is on screen, as their dialog does. */
function HideAll() {
  const { preferences, setPreferences } = usePreferences()
  return <i onClick={() => setPreferences({ ...preferences, hiddenColumns: HIDEABLE_COLUMNS })}>Hide all columns</i>
}

/** Has the queues counted again, as time does. */
function Recount() {
  const client = useQueryClient()
  return <i onClick={() => void client.invalidateQueries({ queryKey: ['counts'] })}>Count again</i>
}

function findRow(n: number): HTMLElement {
  const row = screen.getAllByRole('row').find((candidate) => candidate.id === `comment-${rows[n - 1]?.id}`)
  if (!row) throw new Error(`no row ${n}`)
  return row
}

function makeAnswer(row: QueueRow): DecisionAnswer {
  return {
    decisionId: 'decision-1',
    commentId: row.id,
    version: 2,
    state: { ...row.state, status: 'approved', isReviewed: true },
    allowed: ['reject'],
  }
}

describe('QueueDesk', () => {
  let desk: StubbedDesk
  let listed: QueueRow[]
  let counted: QueueCounts
  beforeEach(() => {
    listed = rows
    counted = COUNTS
    desk = stubDesk((path) => {
      const row = rows.find((candidate) => path.endsWith(candidate.id))
      return answer(200, row ? makeContext(row) : path.includes('counts') ? counted : makePage(listed))
    })
    desk.answerPost = () => answer(200, makeAnswer(rows[0] as QueueRow))
  })

  afterEach(() => {
    cleanup()
    desk.restore()
  })

  it('approves with one key, shows it before the server answers, and moves to the next comment', async () => {
    let release: () => void = () => undefined
    desk.answerPost = () => new Promise((resolve) => (release = () => resolve(answer(200, makeAnswer(rows[0] as QueueRow)))))
    openDesk({ shown: rows })
    fireEvent.keyDown(window, { key: 'a' })
    expect(within(findRow(1)).getByText(/^Approved/)).toBeDefined()
    expect(within(findRow(1)).getByText('saving…')).toBeDefined()
    await waitFor(() => expect(findRow(2).getAttribute('aria-selected')).toBe('true'))
    await act(() => Promise.resolve(release()))
    await waitFor(() => expect(within(findRow(1)).queryByText('saving…')).toBeNull())
    expect(desk.posted).toEqual([
      { path: `/api/v1/desk/comments/${rows[0]?.id}/decisions`, body: { version: 1, act: { kind: 'approve' } } },
    ])
  })

  it('rejects with r and the digit of the reason', async () => {
    openDesk({ shown: rows })
    fireEvent.keyDown(window, { key: 'r' })
    expect(await screen.findByRole('group', { name: 'Reject because of' })).toBeDefined()
    fireEvent.keyDown(window, { key: '2' })
    await waitFor(() => expect(desk.posted[0]?.body).toEqual({ version: 1, act: { kind: 'reject', reason: 'spam' } }))
    expect(screen.queryByRole('group', { name: 'Reject because of' })).toBeNull()
  })

  it('marks uncivil and rejects with shift+u and the digit of the kind', async () => {
    openDesk({ shown: rows })
    fireEvent.keyDown(window, { key: 'U', shiftKey: true })
    fireEvent.keyDown(window, { key: '5' })
    await waitFor(() =>
      expect(desk.posted[0]?.body).toEqual({
        version: 1,
        act: { kind: 'mark', mark: 'uncivil', uncivilKind: 'condescension', alsoReject: true },
      }),
    )
  })

  it('tells in place who was first, and restores the row', async () => {
    desk.answerPost = () =>
      answer(409, {
        type: '/problems/conflict',
        title: '',
        status: 409,
        detail: '',
        conflict: { by: 'Teo', kind: 'approve', at: '2026-11-20T11:59:48.000Z', version: 2 },
      })
    openDesk({ shown: rows })
    fireEvent.keyDown(window, { key: 'o' })
    await waitFor(() =>
      expect(
        within(findRow(1)).getByText('Teo approved this 12 sec ago. Your decision was not saved; decide again to overrule it.'),
      ).toBeDefined(),
    )
    expect(within(findRow(1)).queryByText('Marked off-topic')).toBeNull()
  })

  it('decides nothing while somebody types, holds a key down, or goes to the articles', () => {
    openDesk({ shown: rows })
    const filter = screen.getByRole('combobox', { name: 'Article' })
    fireEvent.keyDown(filter, { key: 'a' })
    fireEvent.keyDown(window, { key: 'a', repeat: true })
    fireEvent.keyDown(window, { key: 'a', ctrlKey: true })
    fireEvent.keyDown(window, { key: 'g' })
    fireEvent.keyDown(window, { key: 'a' })
    expect(desk.posted).toEqual([])
    expect(within(findRow(1)).queryByText(/^Approved/)).toBeNull()
  })

  it('moves with j and k', async () => {
    openDesk({ shown: rows })
    fireEvent.keyDown(window, { key: 'j' })
    await waitFor(() => expect(findRow(2).getAttribute('aria-selected')).toBe('true'))
    fireEvent.keyDown(window, { key: 'k' })
    await waitFor(() => expect(findRow(1).getAttribute('aria-selected')).toBe('true'))
  })

  it('undoes with z and goes back to the comment', async () => {
    openDesk({ shown: rows })
    fireEvent.keyDown(window, { key: 'a' })
    await waitFor(() => expect(findRow(2).getAttribute('aria-selected')).toBe('true'))
    desk.answerPost = () =>
      answer(200, { ...makeAnswer(rows[0] as QueueRow), version: 3, state: rows[0]?.state, allowed: rows[0]?.allowed })
    fireEvent.keyDown(window, { key: 'z' })
    await waitFor(() => expect(findRow(1).getAttribute('aria-selected')).toBe('true'))
    await waitFor(() => expect(within(findRow(1)).queryByText(/^Approved/)).toBeNull())
    expect(desk.posted[1]?.path).toBe('/api/v1/desk/decisions/decision-1/undo')
  })

  it('offers an editor nothing to decide, and says why', () => {
    openDesk({ viewer: EDITOR, shown: rows.map((row) => ({ ...row, allowed: [] })) })
    expect(screen.getByText('You can read everything here; deciding is for moderators.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
    fireEvent.keyDown(window, { key: 'a' })
    expect(desk.posted).toEqual([])
  })

  it('leaves out of its rows what this person hides, and never the text, its author or what was decided', async () => {
    openDesk({ shown: rows, beside: <HideAll /> })
    for (const words of ['Council votes to close the night tram', '.81', '31m', 'public']) expect(findRow(1).textContent).toContain(words)
    fireEvent.click(screen.getByText('Hide all columns'))
    const row = findRow(1)
    expect(row.textContent).toBe('Voice 1Comment number 1')
    fireEvent.keyDown(window, { key: 'o' })
    await waitFor(() => expect(within(row).getByText(/^Marked off-topic/)).toBeDefined())
  })

  it('keeps the place when the queue is loaded afresh without the comment under the cursor', async () => {
    openDesk({ shown: rows })
    fireEvent.keyDown(window, { key: 'j' })
    await waitFor(() => expect(findRow(2).getAttribute('aria-selected')).toBe('true'))
    listed = rows.filter((row) => row !== rows[1])
    fireEvent.click(screen.getByRole('button', { name: 'Refresh the queue' }))
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2))
    await waitFor(() => expect(findRow(3).getAttribute('aria-selected')).toBe('true'))
  })

  it('loads what arrives by itself where nothing is listed', async () => {
    openDesk({ shown: [], counts: { ...COUNTS, review: 0 }, beside: <Recount /> })
    expect(screen.getByText('All done')).toBeDefined()
    counted = { ...COUNTS, review: 3 }
    fireEvent.click(screen.getByText('Count again'))
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3))
  })

  it('says that all is done when the queue is empty but comments have arrived', () => {
    openDesk({ shown: [] })
    expect(screen.getByText('All done')).toBeDefined()
  })
})
