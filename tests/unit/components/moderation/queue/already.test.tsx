// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openDesk, stubDeskForEach } from './open-desk'
import { makeRow } from '../desk-fixtures'
import { listToasts } from '@/components/ui/toast'
import type { QueueRow } from '@/lib/contracts/queue'

const DONE = { suggestions: { offTopic: null, uncivil: null }, marks: { offTopic: false, uncivil: null }, openReports: 0, isReviewed: true }
const ROWS: QueueRow[] = [
  makeRow(1, { state: { ...DONE, status: 'approved' }, allowed: ['reject', 'mark_off_topic', 'mark_uncivil'] }),
  makeRow(2, { state: { ...DONE, status: 'rejected' }, allowed: ['approve', 'mark_off_topic', 'mark_uncivil'] }),
  makeRow(3, {
    state: { ...DONE, status: 'published', marks: { offTopic: true, uncivil: null } },
    allowed: ['approve', 'reject', 'mark_uncivil', 'clear_off_topic'],
  }),
  makeRow(4),
]

describe('a comment that is already what a key would make of it', () => {
  const desk = stubDeskForEach(ROWS)

  const isAt = (row: number) => waitFor(() => expect(screen.getByRole('row', { selected: true }).id).toBe(`comment-${ROWS[row]?.id}`))

  it('is passed over with a word, and nothing is sent', async () => {
    openDesk({ shown: ROWS })
    await isAt(0)
    fireEvent.keyDown(window, { key: 'a' })
    expect(listToasts().map(({ title }) => title)).toEqual(['It was approved already'])
    await isAt(1)
    fireEvent.keyDown(window, { key: 'r' })
    expect(listToasts().map(({ title }) => title)).toEqual(['It was rejected already'])
    await isAt(2)
    expect(desk.current.posted).toEqual([])
  })

  it('is rejected with the reason where it has the mark that was to be set with it', async () => {
    openDesk({ shown: ROWS.slice(2) })
    await isAt(2)
    fireEvent.keyDown(window, { key: 'O', shiftKey: true })
    await waitFor(() =>
      expect(desk.current.posted).toEqual([
        { path: `/api/v1/desk/comments/${ROWS[2]?.id}/decisions`, body: { version: 1, act: { kind: 'reject', reason: 'off_topic' } } },
      ]),
    )
  })
})

describe('a name that is meant to get in the way', () => {
  const rows = [makeRow(1, { commenter: { id: 'v1', name: `\u202e${'😀'.repeat(80)}` } }), makeRow(2)]
  stubDeskForEach(rows)

  it('is cut in the message of a decision, and its control characters are named', () => {
    openDesk({ shown: rows })
    fireEvent.keyDown(window, { key: 'a' })
    expect(listToasts()[0]?.description).toBe(`[RLO]${'😀'.repeat(59)}…`)
  })
})
