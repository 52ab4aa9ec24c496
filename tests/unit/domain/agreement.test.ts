import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateAgreement, estimateAlpha, estimateShare, listConfusions, type PairCount } from '@/lib/domain/agreement'

type Letter = 'a' | 'b' | 'c' | 'd' | 'e'
const pairs = (text: string): PairCount<Letter>[] =>
  text.split(' ').map((two) => ({ first: two[0] as Letter, second: two[1] as Letter, count: 1 }))
/** The same pairs so many times over. */
const times = (text: string, count: number) => pairs(text).map((pair) => ({ ...pair, count }))

describe('a share with its interval', () => {
  it('is Wilson’s, by published values', () => {
    // R. G. Newcombe (1998), Statistics in Medicine 17, 857–872, table I: 81/263, 15/148, 0/20, 1/29.
    const ends = (agreed: number, total: number) => {
      const { low, high } = estimateShare(agreed, total) ?? { low: NaN, high: NaN }
      return [low.toFixed(4), high.toFixed(4)]
    }
    expect(ends(81, 263)).toEqual(['0.2553', '0.3662'])
    expect(ends(15, 148)).toEqual(['0.0624', '0.1605'])
    expect(ends(0, 20)).toEqual(['0.0000', '0.1611'])
    expect(ends(1, 29)).toEqual(['0.0061', '0.1718'])
    expect(estimateShare(20, 20)?.high).toBe(1)
  })

  it('is told from ten on', () => {
    expect(estimateShare(0, 0)).toBeNull()
    expect(estimateAgreement(times('aa', 9))).toBeNull()
    expect(estimateAgreement([...times('aa', 8), ...times('ab', 2)])?.value).toBe(0.8)
  })

  it('lies within its interval, and that within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (agreed, other) => {
        fc.pre(agreed + other > 0)
        const { value, low, high } = estimateShare(agreed, agreed + other) ?? { value: NaN, low: NaN, high: NaN }
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(value)
        expect(high).toBeGreaterThanOrEqual(value)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })
})

const alpha = (found: ReturnType<typeof estimateAlpha>) => (typeof found === 'string' ? found : found.value)

describe('agreement beyond chance', () => {
  it('is Krippendorff’s alpha, by his worked examples', () => {
    // K. Krippendorff (2011), sections A and B: α = 0.095 of ten units and 0.692 of twelve. The figure is told from 30 on: k-fold data
    // have 1 − (20k − 1)/(20k) · 20/19 · (1 − α), since only the n − 1 of the small sample changes.
    const binary = 'ab bb ab aa aa ab aa aa ba aa'
    expect(alpha(estimateAlpha(times(binary, 3)))).toBeCloseTo(1 - (59 / 60) * (20 / 19) * (1 - 8 / 84), 12)
    const nominal = 'ab aa bb bb db cc cc cc ee dd dd ad'
    expect(alpha(estimateAlpha(times(nominal, 3)))).toBeCloseTo(1 - (71 / 72) * (24 / 23) * (1 - 310 / 448), 12)
  })

  it('is worked out by hand for 40 comments, with its interval', () => {
    // 20 aa, 10 bb, 6 ab, 4 ba: n = 80, n(a) = 50, n(b) = 30, coincidences apart 20; α = 1 − 79·20/(2·50·30).
    const found = estimateAlpha([...times('aa', 20), ...times('bb', 10), ...times('ab', 6), ...times('ba', 4)])
    expect(alpha(found)).toBeCloseTo(1 - (79 * 20) / 3000, 12)
    // Left out: aa 1 − 77·20/(2·48·30), bb 1 − 77·20/(2·50·28), ab or ba 1 − 77·18/(2·49·29).
    const without = [1 - 1540 / 2880, 1 - 1540 / 2800, 1 - 1386 / 2842]
    const counts = [20, 10, 10]
    const mean = without.reduce((sum, one, index) => sum + one * (counts[index] ?? 0), 0) / 40
    const variance = (39 / 40) * without.reduce((sum, one, index) => sum + (counts[index] ?? 0) * (one - mean) ** 2, 0)
    expect(found).toMatchObject({ low: expect.closeTo(1 - 1580 / 3000 - 1.959963984540054 * Math.sqrt(variance), 10) as number })
  })

  it('says so where there is nothing to tell', () => {
    expect(estimateAlpha(times('ab', 29))).toBe('too_few')
    expect(estimateAlpha(times('aa', 100))).toBe('one_verdict')
    expect(estimateAlpha([...times('aa', 20), ...times('bb', 20)])).toEqual({ value: 1, low: 1, high: 1 })
  })

  it('is the same whoever was first, about 0 where verdicts are drawn apart, and never above 1', () => {
    const letters = fc.constantFrom<Letter>('a', 'b', 'c')
    const table = fc.array(fc.record({ first: letters, second: letters, count: fc.integer({ min: 1, max: 40 }) }), {
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(table, (some) => {
        const turned = some.map(({ first, second, count }) => ({ first: second, second: first, count }))
        const [found, other] = [estimateAlpha(some), estimateAlpha(turned)]
        expect(other).toEqual(found)
        if (typeof found !== 'string') expect(found.high).toBeLessThanOrEqual(1)
      }),
    )
    expect(alpha(estimateAlpha([...times('aa', 250), ...times('ab', 250), ...times('ba', 250), ...times('bb', 250)]))).toBeCloseTo(0, 2)
  })
})

it('counts what is taken for what, whichever came first', () => {
  const some = [...times('ab', 3), ...times('ba', 4), ...times('bc', 9), ...times('aa', 50)]
  expect(listConfusions(some, ['a', 'b', 'c', 'd', 'e'])).toEqual([
    { verdicts: ['b', 'c'], count: 9 },
    { verdicts: ['a', 'b'], count: 7 },
  ])
})
