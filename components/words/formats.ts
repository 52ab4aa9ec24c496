import type { Language } from '@/lib/domain/languages'
import { isolate } from './isolate'

/**
 * The locale that Intl formats by. Arabic keeps the digits 0–9: they are the ones on the keys that decide, in scores,
 * in search operators and in exported tables, and two kinds of digits on one screen are read wrongly. It counts the hours to 23,
 * as the other two do: below charts and in narrow columns the letter for the half of the day is what gets lost.
 */
export const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE', ar: 'ar-u-hc-h23-nu-latn' }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Unit = 'second' | 'minute' | 'hour' | 'day'

/**
 * How lengths of time are written: "12 min", in the units that `ago` has too. German shortens days beyond recognition, and
 * British English has plurals here ("2 hrs") that it does not have there ("2 hr ago").
 */
const LENGTHS: Record<Language, { locale: string; look: (unit: Unit) => 'short' | 'long' }> = {
  en: { locale: 'en', look: () => 'short' },
  de: { locale: LOCALES.de, look: (unit) => (unit === 'day' ? 'long' : 'short') },
  ar: { locale: LOCALES.ar, look: () => 'short' },
}

/** Intl says "now", which does not follow upon "approved this". */
const JUST_NOW: Record<Language, string> = { en: 'just now', de: 'gerade eben', ar: 'للتو' }

/** How one language writes numbers, times and lists. */
export interface Formats {
  language: Language
  number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** A share of 0–1 as per cent, whole or with so many digits after the point: 26%, 26 %. */
  percent: (share: number, digits?: number) => string
  /** Joined as a sentence would: "a, b and c". */
  list: (items: readonly string[], type?: 'conjunction' | 'disjunction') => string
  /** What a language of people is called; a code that names none stays as it is. */
  languageName: (code: string) => string
  date: (at: string | Date, look: Intl.DateTimeFormatOptions) => string
  /** Bytes in the unit that suits: "12 MB". */
  bytes: (count: number) => string
  /** So many of a unit of time, kept together: "12 min", "2 hr", "3 days". */
  unit: (value: number, unit: Unit) => string
  /** A stretch of milliseconds in at most two units: 40 sec, 1 hr 12 min, 3 days. Less than nothing counts as nothing. */
  duration: (ms: number) => string
  /** The same for rows that stand close together, where the language has shorter signs: 40s, 1h 12m, 3d. */
  shortDuration: (ms: number) => string
  /** How long before `now` an instant was: "12 sec ago"; instants ahead of a slow clock are "just now". */
  ago: (at: string, now: number) => string
  pluralForm: (count: number) => Intl.LDMLPluralRule
}

const made = new Map<Language, Formats>()

/** Intl's objects are dear to make: each is made once for a language. */
export function makeFormats(language: Language): Formats {
  const known = made.get(language)
  if (known) return known
  const locale = LOCALES[language]
  const numbers = keep((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
  const dates = keep((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
  const lists = keep((options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options))
  const plurals = new Intl.PluralRules(locale)
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' })
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' })
  const lengths = keep(({ unit }: { unit: Unit }) => {
    const length = LENGTHS[language]
    return new Intl.NumberFormat(length.locale, { style: 'unit', unit, unitDisplay: length.look(unit) })
  })
  const inUnit: WriteUnit = (value, unit) => lengths({ unit }).format(value).replaceAll(' ', '\u00a0')
  const inSign: WriteUnit = (value, unit) => numbers({ style: 'unit', unit, unitDisplay: 'narrow' }).format(value)
  const formats: Formats = {
    language,
    number: (value, options = {}) => numbers(options).format(value),
    percent: (share, digits = 0) =>
      numbers({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share),
    list: (items, type = 'conjunction') => lists({ type }).format(items.map((item) => isolate(language, item))),
    languageName: (code) => nameLanguage(languageNames, code),
    date: (at, look) => dates(look).format(new Date(at)),
    bytes: (count) => {
      const [size, unit] = count < 1e6 ? [1e3, 'kilobyte'] : count < 1e9 ? [1e6, 'megabyte'] : [1e9, 'gigabyte']
      return numbers({ style: 'unit', unit, maximumFractionDigits: count < 1e9 ? 0 : 1 }).format(count / size)
    },
    unit: inUnit,
    duration: (ms) => writeDuration(ms, inUnit),
    shortDuration: (ms) => writeDuration(ms, language === 'en' ? inSign : inUnit),
    ago: (at, instant) => {
      const ms = instant - Date.parse(at)
      if (ms < 1000) return JUST_NOW[language]
      const { value, unit } = inWholeUnits(ms)
      return relative.format(-value, unit)
    },
    pluralForm: (count) => plurals.select(count),
  }
  made.set(language, formats)
  return formats
}

/** A source may give what is no code at all, which Intl does not stand. */
function nameLanguage(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

type WriteUnit = (value: number, unit: Unit) => string

function writeDuration(ms: number, write: WriteUnit): string {
  const { value, unit } = inWholeUnits(ms)
  const minutes = Math.floor((ms % HOUR) / MINUTE)
  const isFine = unit === 'hour' && minutes > 0 && ms < 6 * HOUR
  return isFine ? `${write(value, unit)} ${write(minutes, 'minute')}` : write(value, unit)
}

function inWholeUnits(ms: number): { value: number; unit: Unit } {
  const length = Math.max(0, ms)
  if (length < MINUTE) return { value: Math.floor(length / 1000), unit: 'second' }
  if (length < HOUR) return { value: Math.floor(length / MINUTE), unit: 'minute' }
  if (length < DAY) return { value: Math.floor(length / HOUR), unit: 'hour' }
  return { value: Math.floor(length / DAY), unit: 'day' }
}

function keep<Options extends object, Made>(make: (options: Options) => Made): (options: Options) => Made {
  const kept = new Map<string, Made>()
  return (options) => {
    const key = JSON.stringify(options)
    const known = kept.get(key)
    if (known !== undefined) return known
    const fresh = make(options)
    kept.set(key, fresh)
    return fresh
  }
}
