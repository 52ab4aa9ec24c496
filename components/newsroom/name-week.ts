import { makeFormats } from '../words/formats'
import type { Words } from '../words/rooms'

/** A week by its Monday, which is a day in UTC, as the reader writes days. */
export function nameWeek(t: Words<'newsroom'>, monday: string): string {
  return t('compare.week', {
    day: makeFormats(t.language).date(monday, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  })
}
