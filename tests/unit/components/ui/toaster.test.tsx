// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listToasts, toast } from '@/components/ui/toast'
import { Toaster } from '@/components/ui/toaster'
import { renderWorded } from '@/tests/factories/render-worded'

const titles = () => screen.queryAllByRole('listitem').map((line) => line.textContent)
function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

describe('Toaster', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    renderWorded(<Toaster />)
  })
  afterEach(() => {
    act(() => listToasts().forEach(({ id }) => toast.dismiss(id)))
    cleanup()
    vi.useRealTimers()
  })

  it('says something for a while, where screen readers hear it', () => {
    act(() => toast('Saved', { description: 'by Ada', duration: 2000 }))
    expect(titles()).toEqual(['Savedby Ada'])
    expect(screen.getByRole('region', { name: 'Messages' }).getAttribute('aria-live')).toBe('polite')
    pass(1999)
    expect(titles()).toHaveLength(1)
    pass(1)
    expect(titles()).toEqual([])
  })

  it('lets the next of an id take the place of the one before, with its own time', () => {
    act(() => toast.loading('Deciding…', { id: 'one' }))
    act(() => toast('Other', { duration: 60_000 }))
    pass(10_000)
    act(() => toast('Decided', { id: 'one', duration: 1000 }))
    expect(titles()).toEqual(['Decided', 'Other'])
    pass(1000)
    expect(titles()).toEqual(['Other'])
  })

  it('shows three at most, the latest', () => {
    act(() => ['a', 'b', 'c', 'd'].forEach((title) => toast.error(title)))
    expect(titles()).toEqual(['b', 'c', 'd'])
  })

  it('is held by no touch, nor by a button that went with the message before', () => {
    act(() => toast('Rejected', { id: 'one', action: { label: 'Undo', onClick: () => toast('Undone', { id: 'one', duration: 1000 }) } }))
    fireEvent.pointerEnter(screen.getByRole('listitem'), { pointerType: 'touch' })
    fireEvent.focus(screen.getByRole('button', { name: 'Undo' }))
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(titles()).toEqual(['Undone'])
    pass(1000)
    expect(titles()).toEqual([])
    act(() => toast('Saved', { duration: 1000 }))
    fireEvent.pointerEnter(screen.getByRole('listitem'), { pointerType: 'touch' })
    pass(1000)
    expect(titles()).toEqual([])
  })

  it('stays while somebody goes on to it by Tab, however far it is', () => {
    act(() => toast('Rejected', { duration: 1000, action: { label: 'Undo', onClick: () => undefined } }))
    for (let step = 0; step < 5; step += 1) {
      pass(999)
      fireEvent.focusIn(document.body)
    }
    fireEvent.focus(screen.getByRole('button', { name: 'Undo' }))
    pass(20_000)
    expect(titles()).toHaveLength(1)
    fireEvent.blur(screen.getByRole('button', { name: 'Undo' }))
    pass(999)
    expect(titles()).toHaveLength(1)
    pass(1)
    expect(titles()).toEqual([])
  })

  it('stays while somebody points at it, and does what its button says', () => {
    const undo = vi.fn()
    act(() => toast('Rejected', { action: { label: 'Undo', onClick: undo } }))
    fireEvent.pointerEnter(screen.getByRole('listitem'))
    pass(20_000)
    expect(titles()).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(undo).toHaveBeenCalledOnce()
    expect(titles()).toEqual([])
  })
})
