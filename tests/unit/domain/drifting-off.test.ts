import { describe, expect, it } from 'vitest'
import { findDriftingOff } from '@/lib/domain/drifting-off'
import { chance } from '../../factories/chance'

type Distance = (next: () => number) => number | null

/** So many distances, each drawn by what stands for its place. */
function draw(seed: number, length: number, at: (place: number) => Distance): (number | null)[] {
  const next = chance(seed)
  return Array.from({ length }, (_, place) => at(place)(next))
}

/** Mostly about the article, a third too short to tell; and about something else, three quarters of it below any line for a single comment. */
const near: Distance = (next) => (next() < 0.33 ? null : 0.1 + 0.65 * next())
const away: Distance = (next) => (next() < 0.33 ? null : 0.45 + 0.5 * next())

describe('a talk that moved away from its article', () => {
  it('is found within 5 comments of where it did in most threads, and within 10 in nearly all', () => {
    const found = Array.from({ length: 100 }, (_, seed) => findDriftingOff(draw(seed + 1, 120, (place) => (place < 60 ? near : away))))
    const misses = found.map((one) => Math.abs((one?.began ?? Infinity) - 60))
    expect(found.filter((one) => one === null).length).toBeLessThanOrEqual(2)
    expect(misses.filter((miss) => miss <= 5).length).toBeGreaterThanOrEqual(80)
    expect(misses.filter((miss) => miss <= 10).length).toBeGreaterThanOrEqual(92)
  })

  it('says from where to where, and how far it was before and within', () => {
    const talk = Array.from({ length: 100 }, (_, place) =>
      place >= 40 && place < 70 ? 0.8 + (place % 3) / 100 : 0.2 + ((place * 3) % 5) / 100,
    )
    const found = findDriftingOff(talk)
    expect(found).toMatchObject({ began: 40, last: 69 })
    expect(found?.before).toBeCloseTo(0.22, 10)
    expect(found?.within).toBeCloseTo(0.81, 10)
  })

  it.each<[string, Distance]>([
    ['evenly spread', (next) => next()],
    ['mostly near', (next) => next() ** 2],
    ['mostly far', (next) => 1 - next() ** 2 / 2],
    ['near or far', (next) => (next() < 0.5 ? 0.2 * next() : 0.7 + 0.2 * next())],
    ['near, with few far ones', (next) => (next() < 0.05 ? 0.95 : 0.1 + 0.05 * next())],
    ['often unknown', (next) => (next() < 0.4 ? null : next())],
  ])('is seen in fewer than one calm talk in a hundred, when distances are %s', (_name, distance) => {
    const alarms = [30, 60, 120, 240].flatMap((length) =>
      Array.from({ length: 100 }, (_, seed) => findDriftingOff(draw(seed * 977 + length, length, () => distance))),
    )
    expect(alarms.filter((one) => one !== null).length).toBeLessThan(4)
  })

  it('is none where it never was near, where nothing is known, and where it is not far', () => {
    expect(findDriftingOff(draw(3, 120, () => (next) => 0.7 + 0.3 * next()))).toBeNull()
    expect(findDriftingOff([])).toBeNull()
    expect(findDriftingOff(Array.from({ length: 120 }, () => null))).toBeNull()
    expect(findDriftingOff(Array.from({ length: 120 }, (_, place) => (place < 60 ? 0.1 : 0.4)))).toBeNull()
  })

  it('is found in a talk of 2,000 comments, near enough to look there', () => {
    const found = findDriftingOff(draw(5, 2000, (place) => (place < 800 ? near : away)))
    expect(Math.abs((found?.began ?? 0) - 800)).toBeLessThanOrEqual(30)
  })
})
