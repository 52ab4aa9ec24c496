// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Desk } from '@/components/moderation/queue/use-desk'
import { useKeptPlace } from '@/components/moderation/queue/use-kept-place'

const select = vi.fn()
const at = (pane: 'context' | 'list', comment: string | null) => ({ address: { pane, comment }, select }) as unknown as Desk

beforeEach(() => {
  vi.useFakeTimers()
  select.mockClear()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** Goes to the context of one comment, on to another, and back to the list, which loses pane and comment one after the other. */
function goBack() {
  const hook = renderHook(useKeptPlace, { initialProps: at('context', 'comment-1') })
  for (const next of [at('context', 'comment-2'), at('list', 'comment-2'), at('list', 'comment-1')]) hook.rerender(next)
  return hook
}

it('opens the list at the comment that its context was left at', () => {
  goBack()
  vi.runAllTimers()
  expect(select.mock.calls).toEqual([['comment-2']])
})

it('leaves the address alone once the desk is gone', () => {
  goBack().unmount()
  vi.runAllTimers()
  expect(select).not.toHaveBeenCalled()
})
