// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answer, openDesk, stubDesk, type StubbedDesk } from '../queue/open-desk'
import { COUNTS, makeContext, makePage, makeRow } from '../desk-fixtures'
import type { BatchResource } from '@/lib/contracts/batch'
import type { DecisionAnswer } from '@/lib/contracts/decision'
import type { QueueRow } from '@/lib/contracts/queue'

const ROWS = [makeRow(1), makeRow(2), makeRow(3)]
const RESTORED = ROWS.map((row) => ({ ...row, version: 3 }))
/** What the server lists when the queue is loaded afresh. */
let listed: QueueRow[]
const BATCH: BatchResource = {
  id: 'batch-1',
  title: 'Approve',
  by: 'Mina',
  state: 'done',
  createdAt: '2026-11-20T12:00:00.000Z',
  startedAt: '2026-11-20T12:00:00.000Z',
  undoneAt: null,
  undoneBy: null,
  total: 2,
  outcomes: { waiting: 0, changed: 2, unchanged: 0, conflict: 0, removed: 0, restored: 0, kept: 0 },
  exceptions: [],
}
const UNDONE: BatchResource = { ...BATCH, state: 'undone', outcomes: { ...BATCH.outcomes, changed: 0, restored: 2 } }
const DECIDED: DecisionAnswer = {
  ...{ decisionId: 'decision-1', commentId: ROWS[0]?.id ?? '', version: 2 },
  state: { ...makeRow(1).state, status: 'approved', isReviewed: true },
  allowed: ['reject'],
}
const UNREACHABLE = () => Promise.reject(new TypeError('Failed to fetch'))

describe('a selection that is decided on as one', () => {
  let desk: StubbedDesk
  let isOffline: boolean
  beforeEach(() => {
    isOffline = false
    listed = RESTORED
    desk = stubDesk((path) => {
      if (isOffline) return UNREACHABLE()
      if (path.includes('batches/')) return answer(200, UNDONE)
      if (path.includes('/rows?')) return answer(200, { rows: RESTORED.filter(({ id }) => path.includes(id)) })
      const row = ROWS.find((candidate) => path.endsWith(candidate.id))
      return answer(200, row ? makeContext(row) : path.includes('counts') ? COUNTS : makePage(listed))
    })
    desk.answerPost = () => answer(201, BATCH)
  })
  afterEach(() => {
    cleanup()
    desk.restore()
  })

  const approved = () => screen.queryAllByText(/^Approved$/).filter((element) => element.closest('[role=row]') !== null).length
  async function approveTwo(): Promise<void> {
    openDesk({ shown: ROWS })
    for (const key of ['x', 'j', 'X']) fireEvent.keyDown(window, { key, shiftKey: key === 'X' })
    expect(await screen.findByText('2 selected')).toBeDefined()
    fireEvent.keyDown(window, { key: 'a' })
    await waitFor(() => expect(approved()).toBe(2))
  }

  it('leads on to the next that is open, as one decision does, and back when it is taken back', async () => {
    const isAt = (row: number) => waitFor(() => expect(screen.getByRole('row', { selected: true }).id).toBe(`comment-${ROWS[row]?.id}`))
    await approveTwo()
    await isAt(2)
    desk.answerPost = () => new Response(`${JSON.stringify(UNDONE)}\n`)
    fireEvent.keyDown(window, { key: 'z' })
    await waitFor(() => expect(approved()).toBe(0))
    await isAt(1)
  })

  it('is taken back in its place: what was decided beside it still stands there', async () => {
    openDesk({ shown: ROWS })
    listed = RESTORED.slice(1)
    desk.answerPost = (path) => (path.endsWith('/decisions') ? answer(200, DECIDED) : answer(201, BATCH))
    fireEvent.keyDown(window, { key: 'a' })
    await waitFor(() => expect(desk.posted).toHaveLength(1))
    for (const key of ['x', 'j', 'x']) fireEvent.keyDown(window, { key })
    expect(await screen.findByText('2 selected')).toBeDefined()
    fireEvent.keyDown(window, { key: 'a' })
    await waitFor(() => expect(approved()).toBe(3))
    await waitFor(() => expect(desk.posted).toHaveLength(2))
    desk.answerPost = () => new Response(`${JSON.stringify(UNDONE)}\n`)
    fireEvent.keyDown(window, { key: 'z' })
    await waitFor(() => expect(approved()).toBe(1))
    expect(screen.getAllByRole('row')).toHaveLength(3)
  })

  it('is loaded afresh where a colleague had decided on some of it since', async () => {
    await approveTwo()
    listed = RESTORED.slice(1)
    const kept = { ...UNDONE, outcomes: { ...UNDONE.outcomes, restored: 1, kept: 1 } }
    desk.answerPost = () => new Response(`${JSON.stringify(kept)}\n`)
    fireEvent.keyDown(window, { key: 'z' })
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2))
  })

  it('leaves a cursor that stands elsewhere where it is', async () => {
    openDesk({ shown: ROWS })
    for (const key of ['x', 'j']) fireEvent.keyDown(window, { key })
    await waitFor(() => expect(screen.getByRole('row', { selected: true }).id).toBe(`comment-${ROWS[1]?.id}`))
    fireEvent.keyDown(window, { key: 'a' })
    await waitFor(() => expect(approved()).toBe(1))
    expect(screen.getByRole('row', { selected: true }).id).toBe(`comment-${ROWS[1]?.id}`)
  })

  it('is taken back when the connection is back, if it broke just then', async () => {
    await approveTwo()
    isOffline = true
    desk.answerPost = UNREACHABLE
    fireEvent.keyDown(window, { key: 'z' })
    expect(await screen.findByText(/1 decision is kept here/)).toBeDefined()
    isOffline = false
    desk.answerPost = () => new Response(`${JSON.stringify(UNDONE)}\n`)
    fireEvent(window, new Event('online'))
    await waitFor(() => expect(approved()).toBe(0))
    expect(desk.posted.map(({ path }) => path)).toEqual([
      '/api/v1/desk/batches',
      '/api/v1/desk/batches/batch-1/undo',
      '/api/v1/desk/batches/batch-1/undo',
    ])
  })

  it('is known to be taken back when only the answer was lost', async () => {
    await approveTwo()
    desk.answerPost = UNREACHABLE
    fireEvent.keyDown(window, { key: 'z' })
    expect(await screen.findByText(/1 decision is kept here/)).toBeDefined()
    desk.answerPost = () => answer(409, { title: '', status: 409, detail: 'This batch is taken back already.' })
    fireEvent(window, new Event('online'))
    await waitFor(() => expect(approved()).toBe(0))
    expect(screen.queryByText('Not undone')).toBeNull()
  })

  it('is held while there is no connection, and sent as the same batch when it is back', async () => {
    openDesk({ shown: ROWS })
    for (const key of ['x', 'j', 'X']) fireEvent.keyDown(window, { key, shiftKey: key === 'X' })
    desk.answerPost = UNREACHABLE
    fireEvent.keyDown(window, { key: 'a' })
    expect(await screen.findByText(/2 decisions are kept here/)).toBeDefined()
    expect(screen.getAllByText('kept here until it can be sent')).toHaveLength(2)
    desk.answerPost = () => answer(201, BATCH)
    fireEvent(window, new Event('online'))
    await waitFor(() => expect(screen.queryByText(/kept here|sent when/)).toBeNull())
    expect(approved()).toBe(2)
    expect(desk.posted.map(({ path }) => path)).toEqual(['/api/v1/desk/batches', '/api/v1/desk/batches'])
    expect(desk.names).toHaveLength(2)
    expect(desk.names[0]).toBe(desk.names[1])
  })

  it('stays selected when the server refuses it', async () => {
    openDesk({ shown: ROWS })
    for (const key of ['x', 'j', 'X']) fireEvent.keyDown(window, { key, shiftKey: key === 'X' })
    desk.answerPost = () => answer(500, { title: '', status: 500, detail: '' })
    fireEvent.keyDown(window, { key: 'a' })
    await waitFor(() => expect(desk.posted).toHaveLength(1))
    expect(await screen.findByText('2 selected')).toBeDefined()
    expect(approved()).toBe(0)
  })
})
