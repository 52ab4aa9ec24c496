// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { makeRow } from '../desk-fixtures'
import { answer, openDesk, stubDeskForEach } from '../queue/open-desk'

const plain = makeRow(2)
const ROWS = [makeRow(1), makeRow(2, { state: { ...plain.state, suggestions: { offTopic: null, uncivil: null } } }), makeRow(3)]
const LIST = { name: 'Mark uncivil: which kind?' }

function press(...keys: string[]): void {
  for (const key of keys) fireEvent.keyDown(window, { key, shiftKey: key === 'U' })
}

describe('the kind of incivility that is suggested', () => {
  const desk = stubDeskForEach(ROWS, () => answer(500, { title: '', status: 500, detail: '' }))
  const sent = () => desk.current.posted.map(({ body }) => body)

  it('stands out in the list, and is taken by the key that opened it', async () => {
    openDesk({ shown: ROWS })
    press('u')
    expect((await screen.findByRole('button', { name: 'condescension suggested' })).getAttribute('aria-keyshortcuts')).toBe('5 u')
    press('u')
    await waitFor(() => expect(sent()).toEqual([{ version: 1, act: { kind: 'mark', mark: 'uncivil', uncivilKind: 'condescension' } }]))
    expect(screen.queryByRole('group', LIST)).toBeNull()
  })

  it('is not taken by the key of the other list, which opens in its place', async () => {
    openDesk({ shown: ROWS })
    press('u', 'U')
    expect(await screen.findByRole('group', { name: 'Mark uncivil and reject: which kind?' })).toBeDefined()
    expect(sent()).toEqual([])
  })

  it('is not guessed where none is suggested, nor for several comments at once', async () => {
    openDesk({ shown: ROWS })
    press('j', 'u', 'u')
    expect(await screen.findByRole('group', LIST)).toBeDefined()
    press('Escape', 'x', 'k', 'x', 'u', 'u')
    expect(await screen.findByRole('group', LIST)).toBeDefined()
    expect(screen.queryByText('suggested')).toBeNull()
    expect(sent()).toEqual([])
  })
})
