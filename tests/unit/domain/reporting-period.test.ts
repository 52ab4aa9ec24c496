import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressPeriod, boundsOf, daysOf, listPeriods, namePeriod, periodAt, periodBefore } from '@/lib/domain/reporting-period'

it.each([
  ['2026', '2026-01-01', '2026-12-31', '2025'],
  ['2024-Q1', '2024-01-01', '2024-03-31', '2023-Q4'],
  ['2026-Q4', '2026-10-01', '2026-12-31', '2026-Q3'],
  ['2024-02', '2024-02-01', '2024-02-29', '2024-01'],
  ['2026-01', '2026-01-01', '2026-01-31', '2025-12'],
])('%s is from %s to %s, and before it was %s', (name, from, to, before) => {
  expect(namePeriod(name)).toEqual({ name, from, to })
  expect(periodBefore({ name, from, to })).toEqual(namePeriod(before))
})

it.each(['', '26', '2026-Q5', '2026-13', '2026-00', '2026-1', ' 2026', '2026-01-01', '0000', '9999'])(
  '%j is no name of a period',
  (name) => {
    expect(namePeriod(name)).toBeNull()
  },
)

it('before some days are as many days', () => {
  const days = { name: null, from: '2026-03-01', to: '2026-03-07' }
  expect(periodBefore(days)).toEqual({ name: null, from: '2026-02-22', to: '2026-02-28' })
  expect([daysOf(days), daysOf({ ...days, to: '2026-02-28' })]).toEqual([7, 0])
  expect([addressPeriod(days), addressPeriod(periodAt('quarter', new Date('2026-08-15')))]).toEqual([
    'from=2026-03-01&to=2026-03-07',
    'period=2026-Q3',
  ])
})

it('on the first of January the last of everything is of the year before', () => {
  const names = Object.entries(listPeriods(new Date('2027-01-01T00:00:00Z'))).map(([choice, { name }]) => [choice, name])
  expect(Object.fromEntries(names)).toEqual({
    ...{ month: '2027-01', lastMonth: '2026-12', quarter: '2027-Q1', lastQuarter: '2026-Q4', year: '2027', lastYear: '2026' },
  })
})

it('a period ends where the next begins, and holds the instant that it is of', () => {
  const instants = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, fc.constantFrom('year' as const, 'quarter' as const, 'month' as const), (at, grain) => {
      const period = periodAt(grain, at)
      const { from, to } = boundsOf(period)
      expect(from <= at && at < to).toBe(true)
      expect(boundsOf(periodBefore(period)).to).toEqual(from)
      expect(namePeriod(period.name ?? '')).toEqual(period)
    }),
  )
})
