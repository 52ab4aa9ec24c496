// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
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
        <Dialog isOpen onOpenChange={setOpen} title="Sure?">
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
