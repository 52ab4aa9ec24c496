import { expect, it } from 'vitest'
import { readRetryAfter } from '@/lib/events/retry-after'

it.each([
  ['120', 120],
  ['0', 0],
  ['Wed, 21 Oct 2026 07:28:00 GMT', 60],
  ['Wed, 21 Oct 2026 07:26:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['99999999999', null],
  ['Wed, 99 Oct 2026 07:28:00 GMT', null],
  [['60', '120'], null],
  [undefined, null],
])('a receiver that answers Retry-After: %s asks for %s seconds', (header, seconds) => {
  expect(readRetryAfter(header, new Date('2026-10-21T07:27:00Z'))).toBe(seconds)
})
