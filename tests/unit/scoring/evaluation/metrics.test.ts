import { describe, expect, it } from 'vitest'
import { calibrationError } from '@/lib/scoring/evaluation/calibration'
import { averagePrecision, rocAuc, truePositivesAt, type Judged } from '@/lib/scoring/evaluation/ranking'
import { spanF1 } from '@/lib/scoring/evaluation/spans'
import { subgroupAucs } from '@/lib/scoring/evaluation/subgroups'

const rows = (...pairs: [number, 0 | 1][]): Judged[] => pairs.map(([score, label]) => ({ score, isPositive: label === 1 }))

describe('rocAuc', () => {
  it('is the share of pairs in the right order, a tie counting half', () => {
    // Pairs: .8>.4 .8>.6 .5>.4 right, .5<.6 wrong: 3 of 4.
    expect(rocAuc(rows([0.8, 1], [0.5, 1], [0.4, 0], [0.6, 0]))).toBe(0.75)
    // .5=.5 counts half: (1 + .5) of 2.
    expect(rocAuc(rows([0.5, 1], [0.5, 0], [0.1, 0]))).toBe(0.75)
    expect(rocAuc(rows([0.3, 1], [0.3, 0], [0.3, 0], [0.3, 1]))).toBe(0.5)
    expect(rocAuc(rows([0.3, 1]))).toBeNull()
  })
})

describe('averagePrecision', () => {
  it('adds the precision wherever recall grows', () => {
    // Positives at places 1 and 3: (1/1 + 2/3) / 2.
    expect(averagePrecision(rows([0.9, 1], [0.8, 0], [0.7, 1], [0.1, 0]))).toBeCloseTo(5 / 6, 12)
    // All equal: one step to recall 1 at precision 1/4.
    expect(averagePrecision(rows([0.5, 1], [0.5, 0], [0.5, 0], [0.5, 0]))).toBe(0.25)
    expect(averagePrecision(rows([0.5, 0]))).toBeNull()
  })
})

describe('truePositivesAt', () => {
  const hundred = Array.from({ length: 100 }, (_, at): [number, 0] => [at / 100, 0])
  it('is what is found before too many negatives are named', () => {
    const data = rows(...hundred, [1, 1], [0.985, 1], [0.955, 1], [0.945, 1])
    // One negative (.99) may be named at 1 %: 1 and .985 are found.
    expect(truePositivesAt(data, 0.01)).toBe(0.5)
    // Five at 5 % (.99 to .95): .955 as well, and .945 just before the sixth.
    expect(truePositivesAt(data, 0.05)).toBe(1)
    expect(truePositivesAt(rows([0.9, 0], [0.8, 1]), 0.05)).toBe(0)
    expect(truePositivesAt(rows([0.9, 1], [0.8, 1]), 0.05)).toBeNull()
  })
})

describe('calibrationError', () => {
  it('is the mean gap between what is said and what is so', () => {
    // Two bins of .5: {.2 no, .4 yes}: mean .3, share .5; {.9 yes}: gap .1. (2·.2 + 1·.1)/3.
    expect(calibrationError(rows([0.2, 0], [0.4, 1], [0.9, 1]), 2)).toBeCloseTo(0.5 / 3, 12)
    expect(calibrationError(rows([1, 1], [0, 0]))).toBe(0)
    expect(calibrationError(rows([1, 0], [0, 1]))).toBe(1)
    expect(calibrationError([])).toBeNull()
  })
})

describe('spanF1', () => {
  it('is the mean over texts of the F1 of characters; nothing found where nothing is counts 1', () => {
    // 5 of 10 predicted are right and 5 of 5 marked are found: 2·5/15.
    expect(spanF1([{ predicted: [[0, 10]], marked: [[5, 10]] }])).toBeCloseTo(2 / 3, 12)
    expect(spanF1([{ predicted: [], marked: [] }])).toBe(1)
    expect(spanF1([{ predicted: [[0, 1]], marked: [] }])).toBe(0)
    expect(spanF1([{ predicted: [], marked: [[0, 1]] }])).toBe(0)
    // Spans that overlap count a character once.
    expect(
      spanF1([
        {
          predicted: [
            [0, 4],
            [2, 6],
          ],
          marked: [[0, 6]],
        },
        { predicted: [], marked: [[0, 1]] },
      ]),
    ).toBe(0.5)
    expect(spanF1([])).toBeNull()
  })
})

describe('subgroupAucs', () => {
  it('compares within a group, and across it both ways', () => {
    const of = (score: number, isPositive: boolean, ...groups: string[]) => ({ score, isPositive, groups })
    const data = [of(0.9, true), of(0.4, true), of(0.1, false), of(0.2, false), of(0.6, false, 'g'), of(0.8, true, 'g')]
    expect(subgroupAucs(data)).toEqual([
      // Within: .8 > .6. BPSN: .9 > .6, .4 < .6. BNSP: .8 above both.
      { name: 'g', count: 2, subgroup: 1, bpsn: 0.5, bnsp: 1 },
    ])
    expect(subgroupAucs([of(0.9, true, 'only')])[0]).toEqual({ name: 'only', count: 1, subgroup: null, bpsn: null, bnsp: null })
  })
})
