import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRange, findReveal, findRowAt, stackRows } from '@/components/moderation/queue/row-stack'

const IDS = ['a', 'b', 'c', 'd']

describe('Rows of which only those in sight are drawn', () => {
  it('stand on one another with the heights they took, and an estimate where none is known', () => {
    expect([...stackRows(IDS, new Map([['b', 30]]), 100)]).toEqual([0, 100, 130, 230, 330])
    expect([...stackRows([], new Map(), 100)]).toEqual([0])
  })

  it('are found by the place they stand at, whatever their heights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (heights, at) => {
          const tops = stackRows(
            heights.map((_, index) => `${index}`),
            new Map(heights.map((height, index) => [`${index}`, height])),
            100,
          )
          const place = Math.floor(at * ((tops.at(-1) ?? 0) - 1))
          const found = findRowAt(tops, place)
          expect(tops[found] ?? 0).toBeLessThanOrEqual(place)
          expect(tops[found + 1] ?? 0).toBeGreaterThan(place)
          expect(found).toBeLessThan(heights.length)
        },
      ),
    )
  })

  it('are drawn from a few before those in sight to a few after, and not beyond the list', () => {
    const tops = stackRows(
      Array.from({ length: 100 }, (_, index) => `${index}`),
      new Map(),
      100,
    )
    expect(findRange(tops, 0, 1000, 6)).toEqual([0, 16])
    expect(findRange(tops, 5000, 1000, 6)).toEqual([44, 66])
    expect(findRange(tops, 9500, 1000, 6)).toEqual([89, 99])
    const [first, last] = findRange(stackRows([], new Map(), 100), 0, 1000, 6)
    expect(last).toBeLessThan(first)
  })

  it('come into sight with room around them, and only as far as they must', () => {
    const tops = stackRows(
      Array.from({ length: 20 }, (_, index) => `${index}`),
      new Map(),
      100,
    )
    const room = { above: 40, below: 120 }
    expect(findReveal(tops, 3, { top: 0, height: 1000 }, room)).toBe(0)
    expect(findReveal(tops, 9, { top: 0, height: 1000 }, room)).toBe(120)
    expect(findReveal(tops, 2, { top: 500, height: 1000 }, room)).toBe(160)
    expect(findReveal(tops, 0, { top: 500, height: 1000 }, room)).toBe(0)
    // Higher than the window: from its beginning.
    expect(findReveal(tops, 5, { top: 0, height: 200 }, room)).toBe(460)
  })
})
