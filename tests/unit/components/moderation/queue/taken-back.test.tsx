// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answer, openDesk, stubDesk, type StubbedDesk } from './open-desk'
import { COUNTS, makeContext, makePage, makeRow } from '../desk-fixtures'
import type { QueueRow } from '@/lib/contracts/queue'

const rows = [makeRow(1), makeRow(2), makeRow(3)]
const ids = () => screen.getAllByRole('row').map((row) => row.id)
const answerWith = (version: number, change: Partial<QueueRow['state']>) =>
  answer(200, { decisionId: 'decision-1', commentId: rows[0]?.id, version, state: { ...rows[0]?.state, ...change }, allowed: ['reject'] })

describe('a decision that is taken back after the queue was loaded afresh', () => {
  let desk: StubbedDesk
  let listed: QueueRow[]
  let asked: string[]
  beforeEach(() => {
    listed = rows
    asked = []
    desk = stubDesk((path) => {
      asked.push(path)
      const row = rows.find((candidate) => path.endsWith(candidate.id))
      return answer(200, row ? makeContext(row) : path.includes('counts') ? COUNTS : makePage(listed))
    })
    desk.answerPost = () => answerWith(2, { status: 'approved', isReviewed: true })
  })
  afterEach(() => {
    cleanup()
    desk.restore()
  })

  async function decideAndRefresh(): Promise<void> {
    openDesk({ shown: rows })
    fireEvent.keyDown(window, { key: 'a' })
    await waitFor(() => expect(desk.posted).toHaveLength(1))
    listed = rows.slice(1)
    fireEvent.click(screen.getByRole('button', { name: 'Refresh the queue' }))
    await waitFor(() => expect(ids()).toHaveLength(2))
    asked.length = 0
    desk.answerPost = () => answerWith(3, {})
  }

  it('has its comment in the list again, under the cursor', async () => {
    await decideAndRefresh()
    listed = rows.map((row) => ({ ...row, version: 3 }))
    fireEvent.keyDown(window, { key: 'z' })
    await waitFor(() => expect(ids()).toHaveLength(3))
    expect(screen.getByRole('row', { selected: true }).id).toBe(`comment-${rows[0]?.id}`)
  })

  it('leaves the list as it is, and its comment before the moderator, where that belongs elsewhere', async () => {
    await decideAndRefresh()
    fireEvent.keyDown(window, { key: 'z' })
    await waitFor(() => expect(asked.filter((path) => path.includes('/queue?'))).toHaveLength(1))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Refresh the queue' }).getAttribute('aria-disabled')).toBe('false'))
    expect(ids()).toHaveLength(2)
    expect(screen.queryByRole('row', { selected: true })).toBeNull()
    expect(screen.getByRole('region', { name: 'The comment' }).textContent).toContain('Comment number 1')
  })
})
