const DAY_MS = 86_400_000

/** The longest period, in days: a leap year. */
export const MOST_PERIOD_DAYS = 366

/** A stretch of days in UTC, the last one included. `name` is a year (2026), a quarter (2026-Q3) or a month (2026-09); null for other days. */
export interface ReportingPeriod {
  name: string | null
  from: string
  to: string
}

const MONTHS = { year: 12, quarter: 3, month: 1 } as const
type Grain = keyof typeof MONTHS

const NAMED = /^((?:19|20|21)\d\d)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/

/** The year, quarter or month with that name; null when there is none. */
export function namePeriod(name: string): ReportingPeriod | null {
  const found = NAMED.exec(name)
  if (!found) return null
  const [, year, quarter, month] = found
  const first = quarter !== undefined ? (Number(quarter) - 1) * 3 : month !== undefined ? Number(month) - 1 : 0
  return periodAt(grainOf(name), new Date(Date.UTC(Number(year), first, 1)))
}

/** The year, quarter or month that an instant is in. */
export function periodAt(grain: Grain, at: Date): ReportingPeriod {
  const year = at.getUTCFullYear()
  const first = Math.floor(at.getUTCMonth() / MONTHS[grain]) * MONTHS[grain]
  const part = { year: '', quarter: `-Q${first / 3 + 1}`, month: `-${String(first + 1).padStart(2, '0')}` }
  return { name: year + part[grain], from: toDay(Date.UTC(year, first, 1)), to: toDay(Date.UTC(year, first + MONTHS[grain], 0)) }
}

/** The same length of time just before: last year of a year, last month of a month, as many days of days. */
export function periodBefore({ name, from, to }: ReportingPeriod): ReportingPeriod {
  const end = Date.parse(from) - DAY_MS
  if (name !== null) return periodAt(grainOf(name), new Date(end))
  return { name, from: toDay(end - (Date.parse(to) - Date.parse(from))), to: toDay(end) }
}

/** What is chosen at once: the month, quarter and year that an instant is in, and those before. */
export const PERIOD_CHOICES = ['month', 'lastMonth', 'quarter', 'lastQuarter', 'year', 'lastYear'] as const
type PeriodChoice = (typeof PERIOD_CHOICES)[number]

/** Those. */
export function listPeriods(now: Date): Record<PeriodChoice, ReportingPeriod> {
  const [month, quarter, year] = [periodAt('month', now), periodAt('quarter', now), periodAt('year', now)]
  return { month, lastMonth: periodBefore(month), quarter, lastQuarter: periodBefore(quarter), year, lastYear: periodBefore(year) }
}

/** A period in the query of an address. */
export const addressPeriod = ({ name, from, to }: ReportingPeriod): string => (name === null ? `from=${from}&to=${to}` : `period=${name}`)

/** From its first moment up to the moment after its last. */
export function boundsOf({ from, to }: ReportingPeriod): { from: Date; to: Date } {
  return { from: new Date(Date.parse(from)), to: new Date(Date.parse(to) + DAY_MS) }
}

/** How many days it has; less than one when it ends before it begins. */
export const daysOf = ({ from, to }: ReportingPeriod): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1

const grainOf = (name: string): Grain => (name.length === 4 ? 'year' : name.includes('Q') ? 'quarter' : 'month')
const toDay = (at: number): string => new Date(at).toISOString().slice(0, 10)
