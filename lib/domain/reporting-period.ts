const DAY_MS = 86_400_000

/** The longest period, in days: a leap year. */
export const MOST_PERIOD_DAYS = 366

/** A stretch of days in UTC, the last one included. `name` is a year (2026), a quarter (2026-Q3) or a month (2026-09); null for other days. */
export interface ReportingPeriod {
  name: string | null
  from: string
  to: string
}

const NAMED = /^([1-9]\d{3})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/

/** The year, quarter or month of that name; null when there is none. */
export function namePeriod(name: string): ReportingPeriod | null {
  const found = NAMED.exec(name)
  if (!found) return null
  const year = Number(found[1])
  const [first, months] = found[2] !== undefined ? [(Number(found[2]) - 1) * 3, 3] : found[3] !== undefined ? [Number(found[3]) - 1, 1] : [0, 12]
  return { name, from: toDay(Date.UTC(year, first, 1)), to: toDay(Date.UTC(year, first + months, 0)) }
}

/** The same length of time just before: last year of a year, last month of a month, as many days of days. */
export function periodBefore({ name, from, to }: ReportingPeriod): ReportingPeriod {
  const end = Date.parse(from) - DAY_MS
  if (name === null) return { name, from: toDay(end - (Date.parse(to) - Date.parse(from))), to: toDay(end) }
  const before = new Date(end)
  const year = before.getUTCFullYear()
  if (name.includes('Q')) return namePeriod(`${year}-Q${quarterOf(before)}`) ?? { name: null, from, to }
  return namePeriod(name.length === 4 ? String(year) : toDay(end).slice(0, 7)) ?? { name: null, from, to }
}

/** The month, quarter and year that an instant is in. */
export function periodsAt(at: Date): { month: string; quarter: string; year: string } {
  const year = String(at.getUTCFullYear())
  return { month: at.toISOString().slice(0, 7), quarter: `${year}-Q${quarterOf(at)}`, year }
}

/** From its first moment up to the moment after its last. */
export function boundsOf({ from, to }: ReportingPeriod): { from: Date; to: Date } {
  return { from: new Date(Date.parse(from)), to: new Date(Date.parse(to) + DAY_MS) }
}

/** How many days it has; less than one when it ends before it begins. */
export const daysOf = ({ from, to }: ReportingPeriod): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1

const quarterOf = (at: Date): number => Math.floor(at.getUTCMonth() / 3) + 1
const toDay = (at: number): string => new Date(at).toISOString().slice(0, 10)
