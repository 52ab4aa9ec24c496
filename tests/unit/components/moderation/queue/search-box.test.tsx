// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SearchBox } from '@/components/moderation/queue/search-box'
import { renderWorded } from '@/tests/factories/render-worded'

beforeEach(() => void vi.stubGlobal('fetch', () => new Promise(() => undefined)))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function renderBox(props: Partial<ComponentProps<typeof SearchBox>>, language?: 'de' | 'ar'): HTMLInputElement {
  renderWorded(
    <QueryClientProvider client={new QueryClient()}>
      <SearchBox value="" onSearch={() => undefined} {...props} />
    </QueryClientProvider>,
    language,
  )
  return screen.getByRole<HTMLInputElement>('combobox')
}

it('the search that is left without being sent shows what is searched for, not what was typed', async () => {
  const left = vi.fn()
  const box = renderBox({ value: 'tram', onLeave: left })
  fireEvent.focus(box)
  fireEvent.change(box, { target: { value: 'auth' } })
  expect(await screen.findAllByRole('option')).toHaveLength(1)
  fireEvent.keyDown(box, { key: 'Escape' })
  expect([box.value, left.mock.calls.length]).toEqual(['auth', 0])
  fireEvent.keyDown(box, { key: 'Escape' })
  expect([box.value, left.mock.calls.length]).toEqual(['tram', 1])
})

it('an operator that is being written is not called wrong before it is sent', () => {
  const searched = vi.fn()
  const box = renderBox({ onSearch: searched })
  const readProblem = () => (box.getAttribute('aria-invalid') === 'true' ? screen.getByRole('status', { hidden: true }).textContent : null)
  fireEvent.focus(box)
  fireEvent.change(box, { target: { value: 'author:' } })
  expect(readProblem()).toBeNull()
  fireEvent.keyDown(box, { key: 'Enter' })
  expect([readProblem(), searched.mock.calls]).toEqual(['author: It needs a value', []])
  fireEvent.change(box, { target: { value: 'colour:red' } })
  expect(readProblem()).toContain('colour is not an operator')
})

it.each([
  ['de', 'is:wave: wave gibt es hier nicht, nur pending, '],
  ['ar', 'is:wave: wave ليست من القيم المعروفة: pending, '],
] as const)('says what is not understood in the language of the page: %s', (language, said) => {
  renderBox({ value: 'tram is:wave' }, language)
  expect(screen.getByRole('status', { hidden: true }).textContent.replaceAll(/[\u2066-\u2069]/gu, '')).toContain(said)
})

it('does not call OR wrong while it may begin a name, and says what it is once it is sent', () => {
  const searched = vi.fn()
  const box = renderBox({ onSearch: searched })
  fireEvent.focus(box)
  fireEvent.change(box, { target: { value: 'tram OR' } })
  expect(box.getAttribute('aria-invalid')).toBeNull()
  fireEvent.change(box, { target: { value: 'tram OR bus' } })
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(searched.mock.calls).toEqual([])
  expect(screen.getByRole('status', { hidden: true }).textContent).toMatch(/^OR is not an operator: every term must hold/u)
})

it('says what may have been meant by what is mistyped', async () => {
  fireEvent.focus(renderBox({ value: 'tram is:pendin' }))
  expect(await screen.findByText('is:pending')).toBeDefined()
  expect(screen.getByRole('status', { hidden: true }).textContent).toMatch(/^is:pendin: pendin is none of .*\. Did you mean is:pending\?$/u)
})
