import { describe, expect, it } from 'vitest'
import { scaleTo, scaleUp } from '@/components/charts/linear-scale'

describe('A scale', () => {
  it('puts values between its ends, upside down too, and those outside on the nearer end', () => {
    const y = scaleTo([0, 10], [100, 0])
    expect([0, 2.5, 10, 12, -1].map(y)).toEqual([100, 75, 0, 0, 100])
    expect(scaleTo([3, 3], [0, 50])(3)).toBe(0)
  })

  it('goes up to a round number and has round lines', () => {
    const { y, listLines } = scaleUp(873, 200)
    expect(listLines(4)).toEqual([0, 200, 400, 600, 800, 1000])
    expect([0, 500, 1000].map(y)).toEqual([200, 100, 0])
    expect(scaleUp(1, 100).listLines(4)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  })
})
