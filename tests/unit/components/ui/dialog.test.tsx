// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Dialog } from '@/components/ui/dialog'
import { renderWorded } from '@/tests/factories/render-worded'

function Page() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <input aria-label="Search" />
      {isOpen && (
        <Dialog onClose={() => setOpen(false)} title="Sure?">
          <button type="button">Yes</button>
        </Dialog>
      )}
    </>
  )
}

async function open(): Promise<void> {
  renderWorded(<Page />)
  screen.getByText('Open').focus()
  fireEvent.click(screen.getByText('Open'))
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Yes'))
}
function close(): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  expect(screen.queryByRole('dialog')).toBeNull()
}
/** The focus goes back in a turn of its own. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 20))

it('gives the focus back to where it was when it closes', async () => {
  await open()
  close()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Open'))
})

it('leaves the focus where a key has put it meanwhile: what is typed next is meant for that', async () => {
  await open()
  close()
  screen.getByLabelText('Search').focus()
  await turn()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Search')
})

describe('a dialog in which somebody has written', () => {
  function Form() {
    const [isOpen, setOpen] = useState(true)
    if (!isOpen) return null
    return (
      <Dialog onClose={() => setOpen(false)} title="A note">
        <textarea aria-label="Note" />
        <input type="checkbox" aria-label="Shared" />
        <button type="button" onClick={() => setOpen(false)}>
          Cancel
        </button>
      </Dialog>
    )
  }
  const escape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  const write = (text: string) => fireEvent.input(screen.getByLabelText('Note'), { target: { value: text } })
  const question = () => screen.queryByRole('alertdialog', { name: 'Leave without what you have written?' })
  /** The dialog hears of what happens beside it from the turn after it opened. */
  async function pressBeside(): Promise<void> {
    await turn()
    fireEvent.pointerDown(document.body, { button: 0 })
    fireEvent.click(document.body)
  }
  afterEach(cleanup)

  it('asks on Escape, and goes on where one was on the next', async () => {
    renderWorded(<Form />)
    write('Ask legal')
    escape()
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Go on writing'))
    escape()
    expect(question()).toBeNull()
    expect([document.activeElement, screen.getByLabelText<HTMLTextAreaElement>('Note').value]).toEqual([
      screen.getByLabelText('Note'),
      'Ask legal',
    ])
  })

  it('asks after a press beside it, and leaves when told to', async () => {
    renderWorded(<Form />)
    write('Ask legal')
    await pressBeside()
    await waitFor(() => expect(question()).not.toBeNull())
    fireEvent.click(screen.getByRole('button', { name: 'Leave' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('does not ask where nothing is written, or who leaves by a button', () => {
    renderWorded(<Form />)
    fireEvent.click(screen.getByLabelText('Shared'))
    write(' ')
    escape()
    expect(screen.queryByRole('dialog')).toBeNull()
    cleanup()
    renderWorded(<Form />)
    write('Ask legal')
    fireEvent.click(screen.getByText('Cancel'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
