import { describe, expect, it } from 'vitest'
import {
  EVERYTHING_FOLDED,
  flip,
  listVisibleEntries,
  NOTHING_FOLDED,
  type ThreadFolding,
} from '@/components/articles/discussion/thread-order'

const ENTRIES = [
  { id: 'a', depth: 0 },
  { id: 'a1', depth: 1 },
  { id: 'a1x', depth: 2 },
  { id: 'a2', depth: 1 },
  { id: 'b', depth: 0 },
  { id: 'b1', depth: 1 },
]
const seen = (folding: ThreadFolding) => listVisibleEntries(ENTRIES, folding).map((entry) => entry.id)

describe('folding a thread', () => {
  it('shows everything at first', () => {
    expect(seen(NOTHING_FOLDED)).toEqual(['a', 'a1', 'a1x', 'a2', 'b', 'b1'])
  })

  it('hides all that lies below a comment and nothing else', () => {
    expect(seen(flip(NOTHING_FOLDED, 'a1'))).toEqual(['a', 'a1', 'a2', 'b', 'b1'])
    expect(seen(flip(NOTHING_FOLDED, 'a'))).toEqual(['a', 'b', 'b1'])
  })

  it('hides all replies at once, and one thread can be opened again', () => {
    expect(seen(EVERYTHING_FOLDED)).toEqual(['a', 'b'])
    expect(seen(flip(EVERYTHING_FOLDED, 'b'))).toEqual(['a', 'b', 'b1'])
  })

  it('is undone by doing it again', () => {
    expect(seen(flip(flip(NOTHING_FOLDED, 'a'), 'a'))).toEqual(seen(NOTHING_FOLDED))
  })

  it('counts a comment that comes later, on the next page, among the hidden ones', () => {
    const later = [...ENTRIES, { id: 'c', depth: 0 }, { id: 'c1', depth: 1 }]
    expect(listVisibleEntries(later, EVERYTHING_FOLDED).map((entry) => entry.id)).toEqual(['a', 'b', 'c'])
  })
})
