// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useCursor } from '@/components/moderation/queue/use-cursor'

const REST_MS = 250
let written: (string | null)[] = []

/** The hook beside an address, which follows what is written to it. */
function openAt(first: string | null) {
  const page = { address: first, list: {} }
  const write = (id: string | null) => {
    written.push(id)
    page.address = id
    return Promise.resolve()
  }
  const { result, rerender } = renderHook(() => useCursor(page.address, page.list, write))
  const update = (change: Partial<typeof page> = {}) => {
    Object.assign(page, change)
    rerender()
  }
  return { at: () => result.current[0], move: (to: string) => act(() => result.current[1](to)), update }
}
const rest = async () => {
  await act(() => vi.advanceTimersByTimeAsync(REST_MS))
}

beforeEach(() => {
  written = []
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('moves at once, and writes only where it rests', async () => {
  const cursor = openAt(null)
  cursor.move('b')
  expect([cursor.at(), written]).toEqual(['b', []])
  cursor.move('c')
  await rest()
  expect([cursor.at(), written]).toEqual(['c', ['c']])
  cursor.move('d')
  expect(cursor.at()).toBe('d')
  await rest()
  expect([cursor.at(), written]).toEqual(['d', ['c', 'd']])
})

it('follows an address that is changed by somebody else, also back to where it began', async () => {
  const cursor = openAt(null)
  cursor.move('b')
  await rest()
  cursor.update({ address: null })
  expect(cursor.at()).toBeNull()
  cursor.move('c')
  cursor.update({ address: 'linked' })
  expect(cursor.at()).toBe('linked')
})

it('forgets the move when another list is shown, and writes nothing of it', async () => {
  const cursor = openAt(null)
  cursor.move('b')
  cursor.update({ list: {} })
  expect(cursor.at()).toBeNull()
  await rest()
  expect(written).toEqual([])
})

it('writes nothing once somebody is about to leave the page, by a link or by the first key of a way', async () => {
  const link = document.body.appendChild(document.createElement('a'))
  link.href = '#'
  const cursor = openAt(null)
  cursor.move('b')
  act(() => void link.dispatchEvent(new Event('pointerdown', { bubbles: true })))
  await rest()
  cursor.move('c')
  act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'g' })))
  await rest()
  cursor.move('b')
  const palette = document.body.appendChild(document.createElement('div'))
  palette.setAttribute('role', 'dialog')
  act(() => void palette.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })))
  palette.remove()
  await rest()
  expect([cursor.at(), written]).toEqual(['b', []])
  cursor.move('d')
  act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })))
  await rest()
  expect([cursor.at(), written]).toEqual(['d', ['d']])
  link.remove()
})
