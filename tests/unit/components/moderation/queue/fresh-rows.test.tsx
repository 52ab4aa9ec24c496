// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { QueueRow } from '@/lib/contracts/queue'
import { makeContext, makePage, makeRow, COUNTS } from '../desk-fixtures'
import { answer, breakLine, openDesk, stubDesk, tellDesk, type StubbedDesk } from './open-desk'

const [one, two] = [makeRow(1), makeRow(2)]
const TEO = { id: 'user-3', name: 'Teo' }

const textOf = ({ id }: QueueRow) => document.getElementById(`comment-${id}`)?.textContent ?? ''
const says = (row: QueueRow, words: string) => waitFor(() => expect(textOf(row)).toContain(words))
const listed = () => screen.getAllByRole('row').map(({ id }) => id)

describe('What changes of a comment without a decision', () => {
  let stubbed: StubbedDesk
  /** What the server says of these comments by now. */
  let now: QueueRow[]
  let asked: string[]

  beforeEach(() => {
    now = [one, two]
    asked = []
    stubbed = stubDesk((path) => {
      if (path.includes('/desk/rows')) {
        const ids = new URL(path, 'http://desk').searchParams.getAll('id')
        asked.push(ids.join(' '))
        return answer(200, { rows: now.filter((row) => ids.includes(row.id)) })
      }
      const row = now.find((candidate) => path.endsWith(candidate.id))
      return answer(200, row ? makeContext(row) : path.includes('counts') ? COUNTS : makePage(now))
    })
    openDesk({ shown: [one, two] })
  })
  afterEach(() => {
    cleanup()
    stubbed.restore()
  })

  it('shows to whom it was handed, as that is told', async () => {
    expect(textOf(two)).not.toContain('handed')
    const tellHanded = (handedTo: QueueRow['handedTo']) => {
      now = [one, { ...two, handedTo }]
      tellDesk({ kind: 'handed', commentIds: [two.id, 'another'] })
    }
    tellHanded(TEO)
    await says(two, 'handed to Teo')
    // What is listed nowhere is not asked for.
    expect(asked).toEqual([two.id])
    tellHanded('leads')
    await says(two, 'escalated to the leads')
    tellHanded({ ...TEO, id: 'user-1' })
    await says(two, 'handed to you')
    tellHanded(null)
    await waitFor(() => expect(textOf(two)).not.toContain('handed to'))
    expect(textOf(one)).not.toContain('handed')
  })

  it('takes a suggestion that was withdrawn out of its row, which says so and keeps its place', async () => {
    const before = listed()
    expect(textOf(one)).toContain('.81')
    now = [{ ...one, state: { ...one.state, suggestions: { offTopic: null, uncivil: null } } }, two]
    tellDesk({ kind: 'scores', commentIds: [one.id] })
    await says(one, 'no longer suggested')
    expect(textOf(one)).not.toContain('.81')
    expect(textOf(two)).toContain('.81')
    expect(textOf(two)).not.toContain('no longer suggested')
    expect(listed()).toEqual(before)
  })

  it('is read for all rows when the line was broken for a while', async () => {
    now = [{ ...one, handedTo: TEO }, two]
    breakLine()
    await says(one, 'handed to Teo')
    expect(asked).toEqual([`${one.id} ${two.id}`])
  })

  it('leaves what a colleague has decided meanwhile to the news of that', async () => {
    const state = { ...one.state, status: 'approved' as const, suggestions: { offTopic: null, uncivil: null }, isReviewed: true }
    now = [
      { ...one, handedTo: TEO },
      { ...two, version: 2, state },
    ]
    tellDesk({ kind: 'scores', commentIds: [one.id, two.id] })
    await says(one, 'handed to Teo')
    expect(textOf(two)).toContain('.81')
    expect(textOf(two)).not.toContain('no longer suggested')
  })
})
