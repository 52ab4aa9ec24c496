// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import ArticlesError from '@/app/(desk)/articles/error'
import DeskErrorPage from '@/app/(desk)/error'
import ErrorPage from '@/app/error'
import { renderWorded } from '@/tests/factories/render-worded'

beforeEach(() => void vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 200 }))))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

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

it.each([
  ['a page of the desk', DeskErrorPage],
  ['the figures', ArticlesError],
])('%s that is missing while the database is away says so, and comes back by itself', async (_, Page) => {
  vi.useFakeTimers()
  const health = [503, 503, null, 200]
  vi.stubGlobal('fetch', () => {
    const status = health.shift()
    return typeof status === 'number' ? Promise.resolve(new Response(null, { status })) : Promise.reject(new TypeError('no way there'))
  })
  const retry = vi.fn()
  renderWorded(<Page error={fault} retry={retry} />)
  await act(() => vi.advanceTimersByTimeAsync(14_000))
  expect(screen.getByRole('alert').textContent).toContain('The database cannot be reached')
  expect([health.length, retry.mock.calls.length]).toEqual([1, 0])
  await act(() => vi.advanceTimersByTimeAsync(5000))
  expect([health.length, retry.mock.calls.length]).toEqual([0, 1])
})

it('a fault while the database is there stays a fault', async () => {
  vi.useFakeTimers()
  const retry = vi.fn()
  renderWorded(<DeskErrorPage error={fault} retry={retry} />)
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(screen.getByRole('alert').textContent).toContain('4093959312')
  expect(retry).not.toHaveBeenCalled()
})
