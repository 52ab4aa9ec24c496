import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureDominance } from '@/lib/domain/dominance'

describe('who dominates', () => {
  it('nobody, when all write the same', () => {
    expect(measureDominance([{ comments: 3, voices: 40 }])).toMatchObject({
      voices: 40,
      comments: 120,
      gini: 0,
      topShare: 0.25,
      evenShare: 0.25,
      voicesOfHalf: 20,
      verdict: 'even',
    })
  })

  it('ten of fifty who write most of it', () => {
    const dominance = measureDominance([
      { comments: 1, voices: 40 },
      { comments: 16, voices: 10 },
    ])
    // 40 + 160 comments. Lorenz: (0.8, 0.2), so the area is 0.08 + 0.12 = 0.2 and the Gini 0.6.
    expect(dominance?.gini).toBeCloseTo(0.6, 10)
    expect(dominance).toMatchObject({ topShare: 0.8, evenShare: 0.2, voicesOfHalf: 7, verdict: 'dominated' })
    expect(dominance?.curve).toEqual([
      { voices: 0, comments: 0 },
      { voices: 0.8, comments: 0.2 },
      { voices: 1, comments: 1 },
    ])
  })

  it('a few who lead without writing most of it', () => {
    const dominance = measureDominance([
      { comments: 1, voices: 200 },
      { comments: 10, voices: 10 },
    ])
    expect(dominance?.topShare).toBeCloseTo(1 / 3, 10)
    expect(dominance?.verdict).toBe('led')
  })

  it('cannot be said of fewer than five', () => {
    expect(measureDominance([{ comments: 9, voices: 4 }])).toBeNull()
    expect(measureDominance([])).toBeNull()
  })

  it('has a Gini like the one computed from every pair, and a curve that never falls', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 5, maxLength: 60 }), (written) => {
        const dominance = measureDominance(written.map((comments) => ({ comments, voices: 1 })))
        const pairs = written.flatMap((a) => written.map((b) => Math.abs(a - b)))
        const mean = written.reduce((sum, one) => sum + one, 0) / written.length
        const gini = pairs.reduce((sum, one) => sum + one, 0) / (2 * written.length ** 2 * mean)
        expect(dominance?.gini).toBeCloseTo(gini, 8)
        const curve = dominance?.curve ?? []
        expect(curve.every((point, at) => at === 0 || point.comments >= (curve[at - 1]?.comments ?? 0))).toBe(true)
        const half = written.toSorted((a, b) => b - a).slice(0, dominance?.voicesOfHalf)
        expect(half.reduce((sum, one) => sum + one, 0) * 2).toBeGreaterThanOrEqual((dominance?.comments ?? 0) - 1e-9)
      }),
      { numRuns: 200 },
    )
  })
})
