import { expect, it } from 'vitest'
import { readInstant } from '@/lib/importers/instant'

it.each([
  ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00Z'],
  ['2026-03-01 09:30:00 UTC', '2026-03-01T09:30:00Z'],
  ['2026-03-01 09:30:00.123456+01', '2026-03-01T09:30:00.123456+01:00'],
  ['2026-03-01 09:30:00 +0530', '2026-03-01T09:30:00+05:30'],
  ['1772357400', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01 09:30:00', null],
  ['2026-02-30T09:30:00Z', null],
  // From each space anew it would take minutes, which a test has not.
  [`2026-03-01${' '.repeat(500_000)}x`, null],
])('reads the time %.40s', (text, instant) => {
  expect(readInstant(text)).toBe(instant)
})
