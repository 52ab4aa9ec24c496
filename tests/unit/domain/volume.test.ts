import { describe, expect, it } from 'vitest'
import { chooseVolumeStep } from '@/lib/domain/volume'

const FIRST = new Date('2026-03-02T08:00:00Z')
const after = (days: number) => new Date(FIRST.getTime() + days * 86_400_000)

describe('the step of a chart over time', () => {
  it.each([
    [0, 'hour'],
    [3, 'hour'],
    [3.01, 'day'],
    [120, 'day'],
    [121, 'week'],
    [3 * 365, 'week'],
    [3 * 365 + 1, 'month'],
    [20 * 365, 'month'],
    [2000 * 365, 'year'],
  ])('for a discussion of %d days is %s', (days, step) => {
    expect(chooseVolumeStep(FIRST, after(days))).toBe(step)
  })
})
