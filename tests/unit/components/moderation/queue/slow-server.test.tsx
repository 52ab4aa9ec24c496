// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toast } from '@/components/ui/toast'
import { Toaster } from '@/components/ui/toaster'
import type { BatchResource } from '@/lib/contracts/batch'
import type { DecisionAnswer } from '@/lib/contracts/decision'
import type { QueuePage, QueueRow } from '@/lib/contracts/queue'
import { COUNTS, makeContext, makePage, makeRow, NOW } from '../desk-fixtures'
import { answer, makeClient, openDesk, stubDesk, type StubbedDesk } from './open-desk'

const rows = [makeRow(1), makeRow(2), makeRow(3)]
const late = makeRow(4)

/** An answer that comes when the test says so. */
function holdBack(): { answer: Promise<Response>; come: (response: Response) => void } {
  let come: (response: Response) => void = () => undefined
  const held = new Promise<Response>((resolve) => (come = resolve))
  return { answer: held, come }
}

function makeAnswer(row: QueueRow, change: Partial<DecisionAnswer> = {}): DecisionAnswer {
  const state = { ...row.state, status: 'approved' as const, isReviewed: true }
  return { decisionId: `decision-${row.id}`, commentId: row.id, version: 2, state, allowed: ['reject'], ...change }
}

const rowOf = ({ id }: QueueRow) => screen.getAllByRole('row').find((row) => row.id === `comment-${id}`) as HTMLElement
const isAt = (row: QueueRow) => waitFor(() => expect(rowOf(row).getAttribute('aria-selected')).toBe('true'))
const press = (...keys: string[]) => keys.forEach((key) => fireEvent.keyDown(window, { key }))

describe('the desk, when the server is slow', () => {
  let desk: StubbedDesk
  let answerQueue: (path: string) => Response | Promise<Response>
  beforeEach(() => {
    desk = stubDesk((path) => {
      const row = [...rows, late].find((candidate) => path.endsWith(candidate.id))
      if (row) return answer(200, makeContext(row))
      return path.includes('counts') ? answer(200, COUNTS) : answerQueue(path)
    })
    answerQueue = () => answer(200, makePage(rows))
    desk.answerPost = (path) => answer(200, makeAnswer(rows.find((row) => path.includes(row.id)) ?? late))
  })
  afterEach(() => {
    cleanup()
    for (const id of ['decision', 'batch']) toast.dismiss(id)
    desk.restore()
  })

  it('leaves the cursor where it went while the queue was loaded afresh, and keeps what was decided meanwhile', async () => {
    openDesk({ shown: rows })
    const page = holdBack()
    answerQueue = () => page.answer
    fireEvent.click(screen.getByRole('button', { name: 'Refresh the queue' }))
    press('a')
    await isAt(rows[1] as QueueRow)
    await waitFor(() => expect(screen.queryByText(/saving/)).toBeNull())
    press('j')
    await isAt(rows[2] as QueueRow)
    // The page was read before the decision.
    page.come(answer(200, makePage([...rows, late])))
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(4))
    await isAt(rows[2] as QueueRow)
    expect(within(rowOf(rows[0] as QueueRow)).getByText(/^Approved/)).toBeDefined()
  })

  it('loads a queue anew that was left before another was loaded afresh: what was decided there does not come back', async () => {
    openDesk({ shown: rows })
    press('a')
    await isAt(rows[1] as QueueRow)
    await waitFor(() => expect(screen.queryByText(/saving/)).toBeNull())
    answerQueue = () => answer(200, makePage([late]))
    fireEvent.click(screen.getByRole('link', { name: /^Held/ }))
    await isAt(late)
    fireEvent.click(screen.getByRole('button', { name: 'Refresh the queue' }))
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: 'Refresh the queue' })[0]?.getAttribute('aria-disabled')).toBe('false'),
    )
    answerQueue = () => answer(200, makePage(rows.slice(1)))
    fireEvent.click(screen.getByRole('link', { name: /^Needs review/ }))
    await isAt(rows[1] as QueueRow)
    expect(screen.getAllByRole('row')).toHaveLength(2)
  })

  it('leaves the queue alone that was opened while another was being loaded afresh', async () => {
    openDesk({ shown: rows })
    const page = holdBack()
    answerQueue = () => page.answer
    fireEvent.click(screen.getByRole('button', { name: 'Refresh the queue' }))
    answerQueue = () => answer(200, makePage([late]))
    fireEvent.click(screen.getByRole('link', { name: /^Held/ }))
    await isAt(late)
    press('a')
    await waitFor(() => expect(within(rowOf(late)).getByText(/^Approved$/)).toBeDefined())
    page.come(answer(200, makePage(rows)))
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: 'Refresh the queue' })[0]?.getAttribute('aria-disabled')).toBe('false'),
    )
    expect(within(rowOf(late)).getByText(/^Approved$/)).toBeDefined()
  })

  describe('with more pages', () => {
    const first: QueuePage = { rows: [rows[0] as QueueRow], nextCursor: 'next', now: NOW }

    it('goes on to the next page when that arrives', async () => {
      const page = holdBack()
      answerQueue = () => page.answer
      openDesk({ shown: first.rows, nextCursor: 'next' })
      press('a')
      page.come(answer(200, makePage([late])))
      await isAt(late)
    })

    it('does not, when somebody asked for something else meanwhile, and decides on nothing that was not seen', async () => {
      const page = holdBack()
      answerQueue = () => page.answer
      openDesk({ shown: first.rows, nextCursor: 'next' })
      press('a')
      await waitFor(() => expect(within(rowOf(rows[0] as QueueRow)).getByText(/^Approved/)).toBeDefined())
      press('r')
      expect(await screen.findByText('Reject because of')).toBeDefined()
      page.come(answer(200, makePage([late])))
      await isAt(late)
      expect(screen.queryByText('Reject because of')).toBeNull()
      press('1')
      press('j')
      expect(desk.posted.map(({ path }) => path)).toEqual([`/api/v1/desk/comments/${rows[0]?.id}/decisions`])
    })
  })

  it('asks before the page is closed while a decision is still to be saved, and not after', async () => {
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true })
      window.dispatchEvent(event)
      return event.defaultPrevented
    }
    openDesk({ shown: rows })
    const saved = holdBack()
    desk.answerPost = () => saved.answer
    press('a')
    expect(leave()).toBe(true)
    saved.come(answer(200, makeAnswer(rows[0] as QueueRow)))
    await waitFor(() => expect(leave()).toBe(false))
  })

  it('does not say that no comment is chosen while a queue is on its way', async () => {
    openDesk({ shown: rows })
    const page = holdBack()
    answerQueue = () => page.answer
    fireEvent.click(screen.getByRole('link', { name: /^Held/ }))
    const context = screen.getByRole('complementary', { name: 'Context' })
    await waitFor(() => expect(context.getAttribute('aria-busy')).toBe('true'))
    expect(screen.queryByText('No comment is chosen.')).toBeNull()
    page.come(answer(200, makePage([])))
    expect(await screen.findByText('No comment is chosen.')).toBeDefined()
    expect(context.getAttribute('aria-busy')).toBe('false')
  })

  it('shows what is still to be saved when the desk is left and opened again, and no more of it once it is saved', async () => {
    const client = makeClient()
    const saving = holdBack()
    desk.answerPost = () => saving.answer
    const { unmount } = openDesk({ shown: rows, client })
    press('a')
    await isAt(rows[1] as QueueRow)
    unmount()
    const again = openDesk({ shown: rows, client })
    expect(within(rowOf(rows[0] as QueueRow)).getByText(/^Approved/)).toBeDefined()
    saving.come(answer(200, makeAnswer(rows[0] as QueueRow)))
    await waitFor(() => expect(screen.queryByText(/saving/)).toBeNull())
    expect(within(rowOf(rows[0] as QueueRow)).getByText(/^Approved/)).toBeDefined()
    again.unmount()
    openDesk({ shown: rows.slice(1), client })
    expect(screen.getAllByRole('row').map(({ id }) => id)).toEqual(rows.slice(1).map(({ id }) => `comment-${id}`))
    expect(screen.queryByText(/^Approved/, { selector: '[role=row] *' })).toBeNull()
  })

  it('says at once that a decision is taken back, and no message offers to take it back again', async () => {
    openDesk({ shown: rows, beside: <Toaster /> })
    press('a')
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeDefined()
    const undone = holdBack()
    desk.answerPost = () => undone.answer
    press('z')
    expect(await screen.findByText('Undone')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    undone.come(answer(409, { type: 'about:blank', title: '', status: 409, detail: 'Teo approved it since.' }))
    expect(await screen.findByText('Not undone')).toBeDefined()
    expect(screen.queryByText('Undone')).toBeNull()
  })

  it('takes back a batch that is on its way, when it has arrived, and not what was decided before it', async () => {
    const batch: BatchResource = {
      ...{ id: 'batch-1', title: 'Approve', by: 'Mina', state: 'done', total: 2, exceptions: [] },
      ...{ createdAt: NOW, startedAt: NOW, undoneAt: null, undoneBy: null },
      outcomes: { waiting: 0, changed: 2, unchanged: 0, conflict: 0, removed: 0, restored: 0, kept: 0 },
    }
    openDesk({ shown: rows, beside: <Toaster /> })
    press('a')
    await isAt(rows[1] as QueueRow)
    const sent = holdBack()
    desk.answerPost = (path) =>
      path.endsWith('/batches') ? sent.answer : new Response(`${JSON.stringify({ ...batch, state: 'undone' })}\n`)
    press('x', 'j')
    fireEvent.keyDown(window, { key: 'X', shiftKey: true })
    expect(await screen.findByText('2 selected')).toBeDefined()
    press('a')
    await waitFor(() => expect(screen.getAllByText(/^Approved$/).filter((one) => one.closest('[role=row]'))).toHaveLength(3))
    press('z')
    sent.come(answer(201, batch))
    await waitFor(() => expect(desk.posted.at(-1)?.path).toBe('/api/v1/desk/batches/batch-1/undo'))
    expect(desk.posted.map(({ path }) => path).filter((path) => path.endsWith('undo'))).toHaveLength(1)
  })
})
