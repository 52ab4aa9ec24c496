import { expect, it } from 'vitest'
import { waitAfter, waitAfterUnscored } from '@/lib/domain/retry'

it('waits 5 s, 5 min, 30 min, then hours, and ends after ten tries', () => {
  const waits = Array.from({ length: 10 }, (_, at) => waitAfter(at + 1, 0.5, null))
  expect(waits).toEqual([5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400, null])
})

it('spreads each wait by a fifth', () => {
  expect([waitAfter(2, 0, null), waitAfter(2, 1, null)]).toEqual([240, 360])
})

it('waits as long as the receiver asks, up to a day', () => {
  expect([waitAfter(1, 0.5, 60), waitAfter(2, 0.5, 60), waitAfter(1, 0.5, 1e9)]).toEqual([60, 300, 86400])
})

it('asks a scorer outside six times within an hour, and then no more', () => {
  const waits = Array.from({ length: 6 }, (_, at) => waitAfterUnscored(at + 1, 0.5, null))
  expect(waits).toEqual([2, 15, 60, 300, 1800, null])
  expect([waitAfterUnscored(1, 0, null), waitAfterUnscored(1, 1, null)]).toEqual([1.6, 2.4])
  expect([waitAfterUnscored(1, 0.5, 90), waitAfterUnscored(1, 0.5, 1e6)]).toEqual([90, 3600])
})
