// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ShownKey } from '@/components/settings/shown-key'
import { renderWorded } from '@/tests/factories/render-worded'

const onClose = vi.fn()

beforeEach(async () => {
  onClose.mockReset()
  renderWorded(<ShownKey apiKey="parley_secret" onClose={onClose} />)
  // The dialog hears of what happens beside it from the turn after it opened.
  await new Promise((resolve) => setTimeout(resolve, 20))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const escape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
const question = () => screen.queryByRole('alertdialog', { name: 'Leave without having copied it? It is shown only once.' })

describe('a secret that is shown only once', () => {
  it('asks on Escape while nobody has copied it, and goes back to where one was', async () => {
    const copy = screen.getByRole('button', { name: 'Copy' })
    copy.focus()
    escape()
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Go back'))
    escape()
    expect([question(), document.activeElement, onClose.mock.calls]).toEqual([null, copy, []])
  })

  it('asks after a press beside it, and leaves when told to', async () => {
    fireEvent.pointerDown(document.body, { button: 0 })
    fireEvent.click(document.body)
    await waitFor(() => expect(question()).not.toBeNull())
    expect(onClose).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Leave' }))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it.each([
    [
      'by the button',
      async () => {
        vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.resolve() } })
        fireEvent.click(screen.getByRole('button', { name: 'Copy' }))
        await screen.findByText('Copied')
      },
    ],
    ['as any text', () => void fireEvent.copy(screen.getByLabelText('API key'))],
  ])('closes on Escape once it is copied %s', async (_, copy) => {
    await copy()
    escape()
    expect([question(), onClose.mock.calls.length]).toEqual([null, 1])
  })

  it('does not ask who leaves by a button', () => {
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    expect([question(), onClose.mock.calls.length]).toEqual([null, 1])
  })
})
