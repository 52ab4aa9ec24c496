import { expect, it } from 'vitest'
import { findUnfair, shareWrong, weekOf } from '@/lib/domain/fairness'

const ALL = { kept: 1000, wrong: 50 }

it('names the groups that are suggested wrongly more than twice as often, and by more than chance', () => {
  const own = [
    { group: 'Muslims', kept: 100, wrong: 20 },
    { group: 'women', kept: 300, wrong: 18 },
    { group: 'Sikhs', kept: 20, wrong: 2 },
    { group: 'Roma', kept: 19, wrong: 19 },
  ]
  expect(findUnfair(own, ALL)).toEqual(['Muslims'])
})

it('takes one wrong suggestion among few for chance, where there are none over all', () => {
  expect(findUnfair([{ group: 'women', kept: 30, wrong: 1 }], { kept: 500, wrong: 0 })).toEqual([])
  expect(findUnfair([{ group: 'women', kept: 30, wrong: 6 }], { kept: 500, wrong: 6 })).toEqual(['women'])
})

it('has no share where nothing was kept', () => {
  expect(shareWrong({ kept: 0, wrong: 0 })).toBeNull()
  expect(shareWrong({ kept: 4, wrong: 1 })).toBe(0.25)
})

it.each([
  ['2026-11-25T00:00:00Z', '2026-11-23'],
  ['2026-11-23T00:00:00Z', '2026-11-23'],
  ['2026-11-22T23:59:59Z', '2026-11-16'],
  ['2027-01-01T12:00:00Z', '2026-12-28'],
])('%s is in the week of %s', (at, monday) => {
  expect(weekOf(new Date(at))).toBe(monday)
})
