// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import ArticlesError from '@/app/(desk)/articles/error'
import DeskErrorPage from '@/app/(desk)/error'
import ErrorPage from '@/app/error'
import { renderWorded } from '@/tests/factories/render-worded'

const fault = Object.assign(new Error('drawn on the server'), { digest: '4093959312' })

// A page that the server could not draw is drawn the same again unless the server is asked anew.
it.each([
  ['the whole window', ErrorPage],
  ['a page of the desk', DeskErrorPage],
  ['the figures', ArticlesError],
])('a fault of %s is told by its number, and trying again asks the server', (_, Page) => {
  const retry = vi.fn()
  renderWorded(<Page error={fault} retry={retry} />)
  expect(screen.getByRole('alert').textContent).toContain('4093959312')
  fireEvent.click(screen.getByRole('button', { name: /again/i }))
  expect(retry).toHaveBeenCalledTimes(1)
})

it('a fault leads on to the queue too', () => {
  renderWorded(<DeskErrorPage error={fault} retry={() => undefined} />)
  expect(screen.getByRole('link', { name: 'Go to the queue' }).getAttribute('href')).toBe('/queue')
})
