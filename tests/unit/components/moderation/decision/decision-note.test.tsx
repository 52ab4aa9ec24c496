// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { makeRow } from '../desk-fixtures'
import { answer, openDesk, stubDeskForEach } from '../queue/open-desk'

const WAVE = { id: '00000000-0000-7000-8000-0000000000bb', count: 40 }
const ROWS = [makeRow(1), makeRow(2, { wave: WAVE }), makeRow(3, { wave: WAVE })]
const NOTE = { name: 'Note on this decision' }
const findNote = () => screen.queryByRole('textbox', NOTE)

/** Types into the note, and ends it with a key as the browser does: what is left loses the focus. */
async function writeNote(text: string, end = 'Enter'): Promise<void> {
  // Its code comes when it is first opened.
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', NOTE)
  await waitFor(() => expect(document.activeElement).toBe(field))
  fireEvent.change(field, { target: { value: text } })
  fireEvent.keyDown(field, { key: end })
  expect(document.activeElement).not.toBe(field)
}

function press(...keys: string[]): void {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key })
}

describe('a note that goes with a decision', () => {
  const desk = stubDeskForEach(ROWS)

  const sent = () => desk.current.posted.map(({ body }) => body)

  it('is written after n, kept by Enter, and sent with the reason whose digit follows', async () => {
    openDesk({ shown: ROWS })
    press('r', 'n')
    await screen.findByRole('textbox', NOTE)
    // Digits are text while it is written.
    press('3')
    await writeNote(' Second time this week. ')
    press('2')
    await waitFor(() => expect(sent()).toEqual([{ version: 1, act: { kind: 'reject', reason: 'spam' }, note: 'Second time this week.' }]))
    expect(findNote()).toBeNull()
    // The arrow keys go on from there.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid')))
  })

  it('goes with a kind that is clicked, and stays for another try where it was not saved', async () => {
    openDesk({ shown: ROWS })
    press('u')
    fireEvent.click(await screen.findByRole('button', { name: 'With a note' }))
    await writeNote('Aimed at the author', 'Escape')
    expect(screen.getByRole('group', { name: 'Mark uncivil: which kind?' })).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'mockery' }))
    const input = { version: 1, act: { kind: 'mark', mark: 'uncivil', uncivilKind: 'mockery' }, note: 'Aimed at the author' }
    await waitFor(() => expect(sent()).toEqual([input]))
    press('k')
    fireEvent.click(await screen.findByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(sent()).toEqual([input, input]))
  })

  it('that was begun is there again when the list is, for that comment alone', async () => {
    openDesk({ shown: ROWS })
    press('r', 'n')
    await writeNote('Second time this week.', 'Escape')
    press('Escape')
    await waitFor(() => expect(findNote()).toBeNull())
    press('j', 'r')
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Reject because of' })).not.toBeNull())
    expect(findNote()).toBeNull()
    press('k', 'r')
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', NOTE)).value).toBe('Second time this week.')
    press('Escape', '2')
    await waitFor(() => expect(sent()).toEqual([{ version: 1, act: { kind: 'reject', reason: 'spam' }, note: 'Second time this week.' }]))
    // It went with that decision.
    press('k', 'r')
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Reject because of' })).not.toBeNull())
    expect(findNote()).toBeNull()
  })

  it('has the focus when it is opened right after another list was left', async () => {
    openDesk({ shown: ROWS })
    press('r', 'n')
    await writeNote('Second time this week.', 'Escape')
    // All before the next frame, in which the list would have the focus: what is typed then would decide.
    const waiting: FrameRequestCallback[] = []
    const frames = vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => waiting.push(callback))
    press('Escape')
    await waitFor(() => expect(findNote()).toBeNull())
    press('r')
    const field = await screen.findByRole('textbox', NOTE)
    frames.mockRestore()
    expect(waiting).not.toEqual([])
    for (const draw of waiting) draw(0)
    expect(document.activeElement).toBe(field)
  })

  it('is none where nothing was written, and n is an ordinary key where there is no list', async () => {
    openDesk({ shown: ROWS })
    press('n')
    expect(findNote()).toBeNull()
    press('r', 'n')
    await writeNote('   ')
    press('1')
    await waitFor(() => expect(sent()).toEqual([{ version: 1, act: { kind: 'reject', reason: 'abuse' } }]))
  })

  it('goes with a whole wave, and with no decision that it was not written to', async () => {
    desk.current.answerPost = () => answer(404, { title: 'Nothing left', status: 404, detail: '' })
    openDesk({ shown: ROWS })
    press('j', 'r', 'n')
    await writeNote('One campaign')
    press('2')
    const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Decision' })
    fireEvent.change(choice, { target: { value: 'off_topic+' } })
    fireEvent.change(choice, { target: { value: 'approve' } })
    const of = { kind: 'wave', waveId: WAVE.id }
    await waitFor(() =>
      expect(sent()).toEqual([
        { of, act: { kind: 'reject', reason: 'spam' }, note: 'One campaign' },
        { of, act: { kind: 'mark', mark: 'off_topic', alsoReject: true }, note: 'One campaign' },
        { of, act: { kind: 'approve' } },
      ]),
    )
  })
})
