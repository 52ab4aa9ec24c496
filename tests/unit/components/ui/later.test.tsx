// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { later, laterDialog, OPENING } from '@/components/ui/later'
import { Toaster } from '@/components/ui/toaster'
import { renderWorded } from '@/tests/factories/render-worded'

it('says so when a dialog cannot be fetched, leaves the page as it was, and fetches it when it is opened again', async () => {
  const answers = [
    () => Promise.reject(new Error('Loading chunk 12 failed.')),
    () => Promise.resolve(({ onClose }: { onClose: () => void }) => <button onClick={onClose}>Keep them all</button>),
  ]
  const Exchange = laterDialog<{ onClose: () => void }>(() => answers.shift()?.() ?? Promise.reject(new Error('fetched too often')))
  function Page() {
    const [isOpen, setOpen] = useState(false)
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Decide on the exchange
        </button>
        {isOpen && <Exchange onClose={() => setOpen(false)} />}
        <Toaster />
      </>
    )
  }
  const { container } = renderWorded(<Page />)
  fireEvent.click(screen.getByText('Decide on the exchange'))
  expect(container.querySelector(OPENING)).not.toBeNull()
  expect(await screen.findByText('The server could not be reached.')).toBeTruthy()
  expect(screen.getByText(/has not been loaded yet/u)).toBeTruthy()
  await waitFor(() => expect(container.querySelector(OPENING)).toBeNull())

  fireEvent.click(screen.getByText('Decide on the exchange'))
  expect(await screen.findByText('Keep them all')).toBeTruthy()
  expect(screen.getAllByText('The server could not be reached.')).toHaveLength(1)
})

it('draws at once what was fetched ahead', async () => {
  const Part = later<object>(() => Promise.resolve(() => <p>It is here</p>), <p>It is on its way</p>)
  Part.preload()
  await new Promise((resolve) => setTimeout(resolve))
  renderWorded(<Part />)
  expect(screen.getByText('It is here')).toBeTruthy()
  expect(screen.queryByText('It is on its way')).toBeNull()
})
