// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer, openDesk, stubDeskForEach } from './open-desk'
import { makeRow } from '../desk-fixtures'

const WAVE = { id: '00000000-0000-7000-8000-0000000000bb', count: 40 }
const OTHER = { id: '00000000-0000-7000-8000-0000000000ab', title: 'The ferry', section: null }
const ROWS = [
  makeRow(1),
  makeRow(2, { wave: WAVE }),
  makeRow(3),
  makeRow(4, { wave: WAVE, article: OTHER }),
  makeRow(5, { wave: WAVE, commenter: makeRow(2).commenter }),
]

describe('a wave of near-duplicates in the queue', () => {
  const desk = stubDeskForEach(ROWS)

  const listRows = () => screen.getAllByRole('row').map(({ id }) => Number(id.at(-1)))
  const findCurrent = () => screen.getByRole('row', { selected: true })

  it('is one row with its count, which says who and where, and which `w` opens and folds', async () => {
    openDesk({ shown: ROWS })
    expect(listRows()).toEqual([1, 2, 3])
    fireEvent.keyDown(window, { key: 'j' })
    await waitFor(() => expect(findCurrent().id).toBe(`comment-${ROWS[1]?.id}`))
    for (const words of ['Wave of 40 alike', 'Show 3 of them', 'and 1 other', '2 articles'])
      expect(findCurrent().textContent).toContain(words)
    // In the bar, and on a phone above the comment.
    expect(screen.getAllByText('2 of 5')).toHaveLength(2)
    fireEvent.keyDown(window, { key: 'w' })
    expect(listRows()).toEqual([1, 2, 3, 4, 5])
    expect(screen.getByRole('button', { name: 'Fold them again' }).getAttribute('aria-expanded')).toBe('true')
    expect(screen.queryByText('Wave of 40 alike')).toBeNull()
    expect(screen.getAllByText('One of 40 alike')).toHaveLength(3)
    for (const key of ['j', 'j']) fireEvent.keyDown(window, { key })
    await waitFor(() => expect(findCurrent().id).toBe(`comment-${ROWS[3]?.id}`))
    fireEvent.keyDown(window, { key: 'w' })
    expect(listRows()).toEqual([1, 2, 3])
    expect(findCurrent().id).toBe(`comment-${ROWS[1]?.id}`)
  })

  it('is decided on as one, after it was shown what that would change', async () => {
    desk.current.answerPost = () => answer(404, { title: 'Nothing left', status: 404, detail: '' })
    openDesk({ shown: ROWS })
    for (const key of ['j', 'r', '2']) fireEvent.keyDown(window, { key })
    // The dialog's code comes when it is opened.
    const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Decision' })
    expect(choice.value).toBe('reject.spam')
    expect(desk.current.posted).toEqual([
      { path: '/api/v1/desk/batches', body: { of: { kind: 'wave', waveId: WAVE.id }, act: { kind: 'reject', reason: 'spam' } } },
    ])
  })

  it('says that it rejects, too, where it was asked to mark and reject', async () => {
    desk.current.answerPost = () => answer(200, { id: 'b1', title: '', total: 3, statuses: { published: 3 }, isCut: false, sample: [] })
    openDesk({ shown: ROWS })
    fireEvent.keyDown(window, { key: 'j' })
    fireEvent.keyDown(window, { key: 'U', shiftKey: true })
    fireEvent.keyDown(window, { key: '1' })
    const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Decision' })
    expect(choice.selectedOptions[0]?.textContent).toBe('Uncivil, and reject: insult')
    expect(await screen.findByRole('button', { name: 'Uncivil, and reject: insult: 3' })).toBeDefined()
  })

  it('of which one comment is in the list is told as one of them, and decided on as that one', async () => {
    desk.current.answerPost = () => answer(500, { title: '', status: 500, detail: '' })
    openDesk({ shown: ROWS.slice(0, 3) })
    fireEvent.keyDown(window, { key: 'j' })
    await waitFor(() => expect(findCurrent().id).toBe(`comment-${ROWS[1]?.id}`))
    expect(findCurrent().textContent).toContain('One of 40 alike')
    fireEvent.keyDown(window, { key: 'a' })
    await waitFor(() => expect(desk.current.posted.map(({ path }) => path)).toEqual([`/api/v1/desk/comments/${ROWS[1]?.id}/decisions`]))
  })

  it('is decided one by one while it is open, and selected whole while it is not', async () => {
    desk.current.answerPost = () => answer(500, { title: '', status: 500, detail: '' })
    openDesk({ shown: ROWS })
    for (const key of ['j', 'x']) fireEvent.keyDown(window, { key })
    expect(await screen.findByText('3 selected')).toBeDefined()
    for (const key of ['x', 'w', 'a']) fireEvent.keyDown(window, { key })
    await waitFor(() =>
      expect(desk.current.posted).toEqual([
        { path: `/api/v1/desk/comments/${ROWS[1]?.id}/decisions`, body: { version: 1, act: { kind: 'approve' } } },
      ]),
    )
  })
})
