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

  it('hold to the formula: log-odds over their standard deviation, smoothed by the language of both', () => {
    const [tram] = findStandingWords([{ word: 'tram', here: 80, elsewhere: 40 }], totals)
    const prior = (2000 * 120) / 52_000
    const delta = Math.log((80 + prior) / (4000 - 80 - prior)) - Math.log((40 + prior) / (52_000 - 40 - prior))
    expect(tram?.z).toBeCloseTo(delta / Math.sqrt(1 / (80 + prior) + 1 / (40 + prior)), 10)
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
