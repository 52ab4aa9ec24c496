import { describe, expect, it } from 'vitest'
import { makeFormats } from '@/components/words/formats'

const [en, de, ar] = [makeFormats('en'), makeFormats('de'), makeFormats('ar')]
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const spaced = (words: string) => words.replaceAll('\u00a0', ' ')

describe('numbers', () => {
  it('are grouped as each language does, with the digits of the keyboard', () => {
    expect([en, de, ar].map((formats) => formats.number(1234567.5))).toEqual(['1,234,567.5', '1.234.567,5', '1,234,567.5'])
    expect([en, de, ar].map((formats) => formats.percent(0.257))).toEqual(['26%', '26\u00a0%', '26\u200e%\u200e'])
    expect([en.percent(0.034, 1), de.percent(0.034, 1)]).toEqual(['3.4%', '3,4\u00a0%'])
  })

  it('of bytes take the unit that suits', () => {
    expect([12_000, 3_400_000, 7_260_000_000].map(en.bytes)).toEqual(['12 kB', '3 MB', '7.3 GB'])
  })
})

describe('stretches of time', () => {
  it('take at most two units, in the units that times ago have too', () => {
    const lengths = [0, 40 * SECOND, 31 * MINUTE, HOUR + 12 * MINUTE, 7 * HOUR + 12 * MINUTE, 30 * HOUR, 80 * HOUR]
    expect(lengths.map(en.duration).map(spaced)).toEqual(['0 sec', '40 sec', '31 min', '1 hr 12 min', '7 hr', '1 day', '3 days'])
    expect(spaced(en.duration(-5))).toBe('0 sec')
  })

  it('are signs where rows stand close together, in the language that has them', () => {
    const lengths = [40 * SECOND, 31 * MINUTE, HOUR + 12 * MINUTE, 7 * HOUR, 80 * HOUR]
    expect(lengths.map(en.shortDuration)).toEqual(['40s', '31m', '1h 12m', '7h', '3d'])
    expect(lengths.map(de.shortDuration)).toEqual(lengths.map(de.duration))
  })

  it('keep a number and its unit on one line', () => {
    expect([en, de].map((formats) => formats.duration(HOUR + 12 * MINUTE))).toEqual(['1\u00a0hr 12\u00a0min', '1\u00a0Std. 12\u00a0Min.'])
  })

  it('are written alike for all units of a language', () => {
    const lengths = [40 * SECOND, HOUR + 12 * MINUTE, 80 * HOUR]
    expect(lengths.map(de.duration).map(spaced)).toEqual(['40 Sek.', '1 Std. 12 Min.', '3 Tage'])
    expect(lengths.map(ar.duration).map(spaced)).toEqual(['40 ث', '1 س 12 د', '3 أيام'])
  })

  it('are told from now, and never from the time to come', () => {
    const now = Date.parse('2026-11-25T12:00:00Z')
    expect(en.ago('2026-11-25T11:59:48Z', now)).toBe('12 sec ago')
    expect(de.ago('2026-11-25T10:00:00Z', now)).toBe('vor 2 Std.')
    expect(ar.ago('2026-11-23T12:00:00Z', now)).toBe('قبل يومين')
    expect([en, de, ar].map((formats) => formats.ago('2026-11-25T12:00:07Z', now))).toEqual(['just now', 'gerade eben', 'للتو'])
  })
})

it('joins lists as sentences do', () => {
  expect([en, de, ar].map((formats) => formats.list(['a', 'b', 'c']))).toEqual([
    'a, b and c',
    'a, b und c',
    '\u2068a\u2069 و\u2068b\u2069 و\u2068c\u2069',
  ])
})

it('writes dates in the language', () => {
  const look = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  expect(en.date('2026-03-05T12:00:00Z', look)).toBe('5 March 2026')
  expect(de.date('2026-03-05T12:00:00Z', look)).toBe('5. März 2026')
  expect(ar.date('2026-03-05T12:00:00Z', look)).toBe('5 مارس 2026')
})

it('writes hours to 23 in every language', () => {
  const look = { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const
  expect([en, de, ar].map((formats) => formats.date('2026-03-05T17:04:00Z', look))).toEqual(['17:04', '17:04', '17:04'])
  expect([en, de, ar].map((formats) => formats.date('2026-03-05T00:04:00Z', look))).toEqual(['00:04', '00:04', '00:04'])
})

it('names languages of people, and leaves what names none as it came', () => {
  expect([en, de, ar].map((formats) => formats.languageName('de'))).toEqual(['German', 'Deutsch', 'الألمانية'])
  expect(['pt-BR', 'not a code'].map(en.languageName)).toEqual(['Brazilian Portuguese', 'not a code'])
})
