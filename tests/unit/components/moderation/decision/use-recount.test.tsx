// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useRecount } from '@/components/moderation/decision/use-recount'

/** What was fetched of comments is stale from when they are looked at again. */
function recountAfter(id: string, known: Record<string, { waiting: string[] }>): string[] {
  const client = new QueryClient()
  for (const [key, precedents] of Object.entries(known)) client.setQueryData(['comment', key], { precedents })
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
  const { result } = renderHook(() => useRecount(), { wrapper })
  result.current(id)
  return Object.keys(known).filter((key) => client.getQueryState(['comment', key])?.isInvalidated === true)
}

describe('what stands beside comments, after a decision on one', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is loaded again for that one and for those of nearly the same text', () => {
    expect(recountAfter('a', { a: { waiting: ['b'] }, b: { waiting: [] }, c: { waiting: [] } })).toEqual(['a', 'b'])
  })

  it('is loaded again for all that were fetched ahead, if it was decided before anybody knew which those are', () => {
    expect(recountAfter('a', { b: { waiting: [] }, c: { waiting: [] } })).toEqual(['b', 'c'])
  })
})
