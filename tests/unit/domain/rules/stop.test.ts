import { describe, expect, it } from 'vitest'
import { judgeRule, weighEvidence } from '@/lib/domain/rules/stop'
import { chance } from '@/tests/factories/chance'

/** The same by quadrature: the mean over p from the limit to 1 of the likelihood ratio. */
function integrate(wrong: number, of: number, limit: number): number {
  const steps = 100_000
  let sum = 0
  for (let at = 0; at < steps; at++) {
    const p = limit + ((1 - limit) * (at + 0.5)) / steps
    sum += Math.exp(wrong * Math.log(p / limit) + (of - wrong) * Math.log((1 - p) / (1 - limit)))
  }
  return sum / steps
}

describe('the weight of evidence', () => {
  it.each([
    [0, 0, 0.1],
    [0, 20, 0.1],
    [1, 1, 0.1],
    [3, 10, 0.1],
    [10, 10, 0.1],
    [12, 60, 0.05],
    [40, 120, 0.25],
    [7, 9, 0.5],
  ])('of %i wrong in %i against %f is the mean likelihood ratio', (wrong, of, limit) => {
    expect(weighEvidence({ wrong, of }, limit) / integrate(wrong, of, limit)).toBeCloseTo(1, 4)
  })

  it('grows with what is wrong, and shrinks with what is right', () => {
    const weigh = (wrong: number, of: number) => weighEvidence({ wrong, of }, 0.1)
    for (let of = 10; of < 200; of += 10) {
      for (let wrong = 0; wrong < of; wrong += 3) {
        expect(weigh(wrong + 1, of + 1)).toBeGreaterThan(weigh(wrong, of))
        expect(weigh(wrong, of + 1)).toBeLessThan(weigh(wrong, of))
      }
    }
  })

  it('is a martingale: at the limit the next answer is expected to leave it as it is', () => {
    for (const limit of [0.02, 0.1, 0.3]) {
      for (const [wrong, of] of [
        [0, 0],
        [2, 5],
        [9, 40],
        [30, 100],
      ] as const) {
        const next =
          limit * weighEvidence({ wrong: wrong + 1, of: of + 1 }, limit) + (1 - limit) * weighEvidence({ wrong, of: of + 1 }, limit)
        expect(next / weighEvidence({ wrong, of }, limit)).toBeCloseTo(1, 10)
      }
    }
  })

  it('stays a number where there is more than anybody counts', () => {
    expect(weighEvidence({ wrong: 90_000, of: 1_000_000 }, 0.1)).toBeLessThan(1e-4)
    expect(weighEvidence({ wrong: 200_000, of: 1_000_000 }, 0.1)).toBe(Infinity)
  })
})

describe('a rule', () => {
  const none = { wrong: 0, of: 0 }
  it('is stopped by what chance has drawn, or by what people overturned among all that it decided', () => {
    expect(judgeRule({ checks: { wrong: 9, of: 20 }, decisions: none }, 0.1)).toEqual({ by: 'checks', wrong: 9, of: 20, limit: 0.1 })
    expect(judgeRule({ checks: none, decisions: { wrong: 60, of: 300 } }, 0.1)).toEqual({ by: 'decisions', wrong: 60, of: 300, limit: 0.1 })
    expect(judgeRule({ checks: { wrong: 90_000, of: 90_000 }, decisions: none }, 0.1)).toMatchObject({ by: 'checks', wrong: 90_000 })
  })

  it('goes on while it is seen otherwise as often as it may be, or there is too little to tell', () => {
    expect(judgeRule({ checks: none, decisions: none }, 0.1)).toBeNull()
    expect(judgeRule({ checks: { wrong: 9, of: 9 }, decisions: { wrong: 9, of: 9 } }, 0.1)).toBeNull()
    expect(judgeRule({ checks: { wrong: 10, of: 10 }, decisions: none }, 0.1)).not.toBeNull()
    expect(judgeRule({ checks: { wrong: 4, of: 20 }, decisions: { wrong: 30, of: 300 } }, 0.1)).toBeNull()
    expect(judgeRule({ checks: { wrong: 8, of: 20 }, decisions: none }, 0.4)).toBeNull()
  })

  it('that is wrong as often as it may be is stopped in one of a hundred cases at most, though it is looked at after every answer', () => {
    const next = chance(39)
    const runs = 2000
    let stopped = 0
    for (let run = 0; run < runs; run++) {
      let wrong = 0
      for (let of = 1; of <= 300; of++) {
        if (next() < 0.1) wrong++
        const checks = { wrong, of }
        if (judgeRule({ checks, decisions: checks }, 0.1) === null) continue
        stopped++
        break
      }
    }
    expect(stopped / runs).toBeGreaterThan(0)
    expect(stopped / runs).toBeLessThanOrEqual(0.01)
  })
})
