// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openDesk, stubDeskForEach } from './open-desk'
import { makeRow } from '../desk-fixtures'

const rows = [makeRow(1), makeRow(2), makeRow(3)]

describe('the ways about the desk', () => {
  const desk = stubDeskForEach(rows)
  const isAt = (n: number) => waitFor(() => expect(screen.getByRole('row', { selected: true }).id).toBe(`comment-${rows[n - 1]?.id}`))

  it('has the arrow keys go on in the list when what was clicked is gone with the click', async () => {
    openDesk({ shown: rows })
    const reject = screen.getByRole('button', { name: /^Reject/ })
    reject.focus()
    fireEvent.click(reject)
    const spam = await screen.findByRole('button', { name: /spam/ })
    spam.focus()
    fireEvent.click(spam)
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('grid'))
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' })
    await isAt(3)
  })

  it.each([
    ['the whole page has it, as after another page', 'main', 'grid'],
    ['something else has it', 'elsewhere', null],
  ])('gives the list the focus, or leaves it, where %s', (_, id, role) => {
    const page = document.createElement('div')
    page.id = id
    page.tabIndex = -1
    document.body.append(page)
    page.focus()
    openDesk({ shown: rows })
    expect(document.activeElement?.getAttribute('role') ?? null).toBe(role)
    page.remove()
  })

  it('hands a whole selection on by the button, as by its key', async () => {
    openDesk({ shown: rows })
    for (const key of ['x', 'j', 'x']) fireEvent.keyDown(window, { key })
    expect(await screen.findByText('2 selected')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: /^Escalate/ }))
    expect(await screen.findByRole('dialog', { name: /2 comments/ })).toBeDefined()
  })

  it('says why nothing is left to decide on a comment whose text was erased, instead of offering it', async () => {
    openDesk({ shown: [makeRow(1, { body: '', allowed: [], state: { ...makeRow(1).state, status: 'rejected', isReviewed: true } })] })
    expect(await screen.findByText('Its text was erased. There is nothing left to decide on.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
    for (const key of ['a', 'o']) fireEvent.keyDown(window, { key })
    expect(desk.current.posted).toEqual([])
  })
})
