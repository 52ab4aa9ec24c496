import { describe, expect, it } from 'vitest'
import { parseInstant, rewriteInstant } from '@/lib/db/instant'

describe('an instant as PostgreSQL writes it', () => {
  it.each([
    ['2026-11-28 20:29:01.123456+00', '2026-11-28T20:29:01.123Z'],
    ['2026-11-28 20:29:01.9999+00', '2026-11-28T20:29:01.999Z'],
    ['2026-11-28 20:29:01.05+00', '2026-11-28T20:29:01.050Z'],
    ['2026-11-28 20:29:01.5+00', '2026-11-28T20:29:01.500Z'],
    ['2026-11-28 20:29:01+00', '2026-11-28T20:29:01.000Z'],
    ['2024-02-29 23:59:59.000001+00', '2024-02-29T23:59:59.000Z'],
    ['0100-01-01 00:00:00+00', '0100-01-01T00:00:00.000Z'],
  ])('reads %s in UTC', (text, instant) => {
    expect(parseInstant(text).toISOString()).toBe(instant)
    expect(rewriteInstant(text)).toBe(instant)
  })

  it.each([
    ['2026-11-28 22:29:01.123456+02', '2026-11-28T20:29:01.123Z'],
    ['2026-11-29 01:59:01.5+05:30', '2026-11-28T20:29:01.500Z'],
    ['0050-06-01 12:00:00+00', '0050-06-01T12:00:00.000Z'],
    ['12026-01-02 03:04:05.6+00', '+012026-01-02T03:04:05.600Z'],
    ['0044-03-15 00:00:00+00 BC', '-000043-03-15T00:00:00.000Z'],
  ])('reads %s, of another zone or time, too', (text, instant) => {
    expect(parseInstant(text).toISOString()).toBe(instant)
    expect(rewriteInstant(text)).toBe(instant)
  })

  it('leaves an infinite one infinite', () => {
    expect(parseInstant('-infinity')).toBe(-Infinity)
  })
})
