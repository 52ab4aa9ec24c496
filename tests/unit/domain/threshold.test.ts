import { expect, it } from 'vitest'
import { countBetween, toHundredth, weighThreshold, writeBandSearch } from '@/lib/domain/threshold'

/** A hundred bins, with counts at these scores. */
const bins = (counts: Record<string, number>) => Array.from({ length: 100 }, (_, bin) => counts[(bin / 100).toFixed(2)] ?? 0)
const marked = bins({ '0.29': 1, '0.70': 3, '0.99': 4 })
const kept = bins({ '0.10': 80, '0.70': 1, '0.71': 1 })

it('a threshold finds what is at or above it', () => {
  expect(weighThreshold(marked, kept, 2, 0.7)).toEqual({ found: 7, wrong: 2, missed: 3, precision: 7 / 9, recall: 0.7 })
  expect(weighThreshold(marked, kept, 2, 0.71)).toEqual({ found: 4, wrong: 1, missed: 6, precision: 0.8, recall: 0.4 })
  expect(weighThreshold(marked, kept, 0, 0.29)).toMatchObject({ found: 8, recall: 1 })
})

it('has no precision where it names nothing, and no recall where nothing was marked', () => {
  expect(weighThreshold(bins({}), kept, 0, 0.9)).toMatchObject({ precision: null, recall: null })
})

it('counts a band up to, and not including, its end; the last bin holds a score of 1', () => {
  expect(countBetween(kept, 0.7, 0.71)).toBe(1)
  expect(countBetween(kept, 0, 1)).toBe(82)
  expect(countBetween(marked, 1)).toBe(4)
})

it.each([
  [0.304, 0.3],
  [1.7, 1],
  [-1, 0],
  [Number.NaN, null],
])('%s is the score %s', (typed, score) => {
  expect(toHundredth(typed)).toBe(score)
})

it('a band is searched for as it was counted: its end left out but for 1, and nothing older than was looked at', () => {
  const band = { from: 0.6, to: 0.7, section: null, days: 30 }
  expect(writeBandSearch('score.topic', band)).toBe('score.topic>=0.6 score.topic<0.7 is:undecided -is:removed age<30d')
  expect(writeBandSearch('score.topic', { ...band, to: 1, section: 'City "West"', days: 1.51 })).toBe(
    'score.topic>=0.6 is:undecided -is:removed age<37h section:"City West"',
  )
})
