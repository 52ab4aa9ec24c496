import { describe, expect, it } from 'vitest'
import { compareCount } from '@/components/articles/discussion/compare-words'
import { readWords } from '@/components/words/page-words'

const t = await readWords('en', 'article')

describe('a count beside the usual one', () => {
  it.each([
    [1000, 1000, 'as usual'],
    [104, 100, 'as usual'],
    [94, 100, '0.9 × usual'],
    [310, 100, '3.1 × usual'],
    [10_000, 100, '100 × usual'],
    [2, 1000, '< 0.1 × usual'],
  ])('%i, usually %i: %s', (value, usual, words) => {
    expect(compareCount({ t }, value, usual)).toEqual({ words, mood: 'even' })
  })

  it('is said of nothing where none is usual', () => {
    expect(compareCount({ t }, 5, 0)).toBeNull()
    expect(compareCount({ t }, 0, 5)).toBeNull()
  })
})
