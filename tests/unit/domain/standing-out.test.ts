import { describe, expect, it } from 'vitest'
import { findStandingWords } from '@/lib/domain/standing-out'

const totals = { here: 2000, elsewhere: 50_000 }

describe('words that stand out', () => {
  it('are those written here more than elsewhere, the most certain first', () => {
    const words = findStandingWords(
      [
        { word: 'the', here: 120, elsewhere: 3000 },
        { word: 'tram', here: 80, elsewhere: 40 },
        { word: 'airport', here: 30, elsewhere: 20 },
        { word: 'council', here: 30, elsewhere: 300 },
        { word: 'bridge', here: 1, elsewhere: 400 },
      ],
      totals,
    )
    expect(words.map(({ word }) => word)).toEqual(['tram', 'airport', 'council'])
    expect(words[0]?.ratio).toBeGreaterThan(10)
  })

  it('hold to the formula: the root of the log-likelihood ratio, and a ratio smoothed by the language of both', () => {
    const [tram] = findStandingWords([{ word: 'tram', here: 80, elsewhere: 40 }], totals)
    const expected = (2000 * 120) / 52_000
    const likelihood = 80 * Math.log(80 / expected) + 40 * Math.log(40 / (120 - expected))
    expect(tram?.z).toBeCloseTo(Math.sqrt(2 * likelihood), 10)
    expect(tram?.ratio).toBeCloseTo((80 + expected) / 4000 / ((40 + expected) / 52_000), 10)
  })

  it('are found in a small newsroom too, where they are written nowhere else', () => {
    const [pouch] = findStandingWords([{ word: 'pouch', here: 4, elsewhere: 0 }], { here: 270, elsewhere: 820 })
    expect(pouch?.z).toBeCloseTo(Math.sqrt(2 * 4 * Math.log(1090 / 270)), 10)
    expect(findStandingWords([{ word: 'year', here: 6, elsewhere: 8 }], { here: 270, elsewhere: 820 })).toEqual([])
  })

  it('are not those written once or twice, however rare elsewhere', () => {
    expect(findStandingWords([{ word: 'zeppelin', here: 2, elsewhere: 0 }], totals)).toEqual([])
  })

  it('are none without anything to compare with', () => {
    expect(findStandingWords([{ word: 'tram', here: 9, elsewhere: 0 }], { here: 100, elsewhere: 0 })).toEqual([])
    expect(findStandingWords([], totals)).toEqual([])
  })

  it('are at most as many as asked for', () => {
    const counts = Array.from({ length: 40 }, (_, index) => ({ word: `word${index}`, here: 20, elsewhere: 2 }))
    expect(findStandingWords(counts, totals, 5)).toHaveLength(5)
  })
})
