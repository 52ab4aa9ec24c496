import { z } from 'zod'
import { spellTag } from '../domain/language-tag'

/** Half of a surrogate pair alone, or NUL: neither can be stored, and both are signs of text cut or decoded wrongly. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\u0000')

const NOT_STORABLE = 'contains NUL or half of a surrogate pair'

/** Text of at most `max` UTF-16 units that PostgreSQL can store as it is. May be empty. */
export const storableText = (max: number) => z.string().max(max, `is longer than ${max} characters`).refine(isStorable, NOT_STORABLE)

/** The same, with something in it besides white space. */
export const filledText = (max: number) => storableText(max).refine((text) => text.trim() !== '', 'is empty')

/** What somebody looks for. What nothing that is stored can hold is left out of it: it finds no less. */
export const searchText = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.replaceAll('\u0000', '').toWellFormed())

/** An identifier of the source's own: opaque to us, compared exactly. */
export const ExternalId = filledText(200).refine((id) => !/[\u0000-\u001f\u007f]/.test(id), 'contains a control character')

/** An instant with an offset, such as 2026-03-01T09:30:00Z. */
export const Instant = z.iso
  .datetime({ offset: true, abort: true, error: 'is not a time with an offset, such as 2026-03-01T09:30:00Z' })
  .refine((text) => isStorableTime(Date.parse(text)), 'is not within the years 1 to 9999')

/** A day of the calendar, such as 2026-03-01. */
export const Day = z.iso.date().refine((text) => !text.startsWith('0000'), 'is not within the years 1 to 9999')

/** PostgreSQL knows no year 0, and an offset can push the last hours of 9999 into a year of five digits. */
function isStorableTime(time: number): boolean {
  return time >= Date.parse('0001-01-01T00:00:00Z') && time <= Date.parse('9999-12-31T23:59:59.999Z')
}

/** A time zone by its name, such as Europe/Berlin or UTC. */
export const TimeZone = z.string().max(60).refine(isTimeZone, 'is not the name of a time zone, such as Europe/Berlin')

function isTimeZone(name: string): boolean {
  try {
    // Offsets, which some engines take for names, are none: they say nothing of summer.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A BCP 47 language tag, such as de or pt-BR; `PT-br` is taken for the latter. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/, 'is not a language tag such as de or pt-BR')
  .overwrite(spellTag)
