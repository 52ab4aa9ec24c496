// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useSelection } from '@/components/moderation/queue/use-selection'

const IDS = ['a', 'b', 'c']
const NO_WAVES = new Map()

it('lets go of what a colleague decides on afterwards, and takes it again from who has seen that', () => {
  const before = new Map([['c', { by: 'Ana' }]])
  const after = new Map([...before, ['b', { by: 'Teo' }]])
  const { result, rerender } = renderHook(({ heard }) => useSelection(IDS, NO_WAVES, heard), { initialProps: { heard: before } })
  act(() => result.current.toggle('a'))
  act(() => result.current.extendTo('c'))
  expect([...result.current.ids]).toEqual(['a', 'b', 'c'])
  rerender({ heard: after })
  expect([...result.current.ids]).toEqual(['a', 'c'])
  act(() => result.current.toggle('b'))
  expect([...result.current.ids]).toEqual(['a', 'c', 'b'])
})

it('takes all that is listed, folded waves whole, and lets go of it when all of it is taken', () => {
  const wave = { isOpen: false, members: [{ id: 'b' }, { id: 'b2' }] }
  const waves = new Map([['b', wave]]) as unknown as Parameters<typeof useSelection>[1]
  const nothing = new Map()
  const { result } = renderHook(() => useSelection(IDS, waves, nothing))
  act(() => result.current.toggle('a'))
  act(() => result.current.toggleAll())
  expect([...result.current.ids].sort()).toEqual(['a', 'b', 'b2', 'c'])
  act(() => result.current.toggleAll())
  expect([...result.current.ids]).toEqual([])
})
