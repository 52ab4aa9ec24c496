/** What a clock showed, in milliseconds since 1970 as if it had been UTC, and how far it was ahead of UTC where that is written, too. */
export interface WallTime {
  wall: number
  offsetMs: number | null
}

/** No time is longer; what a damaged row has in its place may be. */
const MAX_LENGTH = 100
const MINUTE_MS = 60_000

/** The months as English and German write them, by what is the same in all of their forms. */
const MONTHS = ['jan', 'feb', 'm(?:ar|är|rz)', 'apr', 'ma[iy]', 'jun', 'jul', 'aug', 'sep', 'o[ck]t', 'nov', 'de[cz]']
const MONTH_NAMES = MONTHS.map((begin) => new RegExp(`^${begin}`, 'i'))
const MONTH = String.raw`(?<name>jan(?:uar|uary)?|feb(?:ruar|ruary)?|mar(?:ch)?|märz?|mrz|apr(?:il)?|mai|may|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?`
const WEEKDAY = String.raw`(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mo|di|mi|do|fr|sa|so)|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)\.?,? )?`
const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d{1,9})?)?(?: ?(?<half>[ap])\.?m\.?)?(?: uhr)?`
const BEFORE_CLOCK = String.raw`(?:,| at| um| @)? `
/** An offset, UTC, or both; what programs add in brackets is only its name. */
const ZONE = String.raw`(?: ?(?<zone>(?:utc|gmt|z)?(?: ?[+-]\d\d:?\d\d)?)(?: \([^()]{1,40}\))?)`
const DAY = String.raw`(?<day>\d{1,2})`

const FORMS = [
  // 2014-03-01 10:00, 2014/03/01 10:00 PM
  String.raw`(?<year>\d{4})(?<sign>[-/])(?<month>\d\d)\k<sign>${DAY}[T ]${CLOCK}${ZONE}`,
  // 1.3.2014 10:00
  String.raw`${DAY}\.(?<month>\d\d?)\.(?<year>\d{4})${BEFORE_CLOCK}${CLOCK}${ZONE}`,
  // Mar 1, 2015 9:30 PM; Sunday, March 1st, 2015 at 9:30 pm; Sun Mar 01 2015 21:30:00 GMT+0100 (CET)
  String.raw`${WEEKDAY}${MONTH} ${DAY}(?:st|nd|rd|th)?,? (?<year>\d{4})${BEFORE_CLOCK}${CLOCK}${ZONE}`,
  // 1 March 2015 21:30; Sun, 01 Mar 2015 21:30:00 +0100; 1. März 2015, 21:30 Uhr; 01-Mar-2015 21:30
  String.raw`${WEEKDAY}${DAY}(?:st|nd|rd|th|\.)?(?: (?:of )?|-)${MONTH},?(?: |-)(?<year>\d{4})${BEFORE_CLOCK}${CLOCK}${ZONE}`,
  // Sun Mar  1 21:30:00 2015; Sun Mar 01 21:30:00 +0000 2015
  String.raw`${WEEKDAY}${MONTH} ${DAY} ${CLOCK}${ZONE} (?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'iu'))

/** RFC 2822, with the years of two digits and the names of zones that it knows from before (4.3). */
const OLD_MAIL = new RegExp(`^${WEEKDAY}${DAY} ${MONTH} (?<year>\\d\\d|\\d{4}) ${CLOCK} (?<old>[ecmp][sd]t|ut|utc|gmt|[+-]\\d{4})$`, 'iu')
const OLD_ZONES: Readonly<Record<string, number>> = { est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 }

/** Day and month in an order that nobody can tell: 3/1/2015 9:30. */
const DOUBTFUL = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/

/** Reads a date with a time as people and programs write them. Null for what is none, or may be several. */
export function readWallTime(given: string): WallTime | null {
  if (given.length > MAX_LENGTH) return null
  const text = given.trim().replace(/\s+/g, ' ')
  const found = FORMS.map((form) => form.exec(text)).find((match) => match !== null) ?? OLD_MAIL.exec(text)
  const parts = found?.groups
  if (!parts) return null
  const { year = '', day, minute, second = '0' } = parts
  const hour = readHour(Number(parts['hour']), parts['half'])
  const month = parts['month'] === undefined ? MONTH_NAMES.findIndex((name) => name.test(parts['name'] ?? '')) + 1 : Number(parts['month'])
  const offsetMs = readOffset(parts['old'] ?? parts['zone'] ?? '')
  if (hour === null || offsetMs === undefined) return null
  const wall = toMs(readYear(year), month, Number(day), hour, Number(minute), Number(second))
  const shown = new Date(wall)
  const isReal =
    shown.getUTCMonth() + 1 === month &&
    shown.getUTCDate() === Number(day) &&
    shown.getUTCHours() === hour &&
    shown.getUTCMinutes() === Number(minute) &&
    shown.getUTCSeconds() === Number(second)
  return isReal && Number(year) > 0 ? { wall, offsetMs } : null
}

/** Whether it would be a time if one knew whether the day or the month stands first. */
export function isDoubtfulDate(text: string): boolean {
  return DOUBTFUL.test(text.trim())
}

/** Date.UTC takes the years 0 to 99 for those of the last century. */
export function toMs(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000
}

function readYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}

/** Null where a clock of twelve hours shows no such hour. */
function readHour(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

/** Null when no zone is named, undefined for one that there is not. */
function readOffset(zone: string): number | null | undefined {
  if (zone === '') return null
  const old = OLD_ZONES[zone.toLowerCase()]
  if (old !== undefined) return old * 60 * MINUTE_MS
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)$/.exec(zone) ?? []
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
}
