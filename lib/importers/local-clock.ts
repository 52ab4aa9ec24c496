/** A wall clock's time as databases and spreadsheets write it: 2014-03-01 10:00, with or without seconds, and 01.03.2014 10:00. */
const YEAR_FIRST = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:T|\s+)(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d+)?)?$/
const DAY_FIRST = /^(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4}),?\s+(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d))?$/

const DAY_MS = 86_400_000

/** Reads times that name no offset as those of one time zone. */
export class LocalClock {
  readonly #format: Intl.DateTimeFormat

  /** @param timeZone a name of the IANA's, such as Europe/Berlin (lib/contracts/text.ts) */
  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  }

  /**
   * The instant at which the clock showed this, in ISO 8601: of an hour that came twice the first, and of one that was left out what the
   * clock would have shown had it not been put forward. Null for what is no such time.
   */
  read(text: string): string | null {
    const wall = readWall(text)
    if (wall === null) return null
    // The offsets of the day before and the day after: where they differ, the clock was put forward or back in between.
    const first = wall - this.#offsetAt(wall - DAY_MS)
    const second = wall - this.#offsetAt(wall + DAY_MS)
    const isFirst = first + this.#offsetAt(first) === wall || second + this.#offsetAt(second) !== wall
    return new Date(isFirst ? first : second).toISOString()
  }

  /** How far the clock is ahead of UTC, in milliseconds. */
  #offsetAt(instant: number): number {
    const part = Object.fromEntries(this.#format.formatToParts(instant).map(({ type, value }) => [type, value]))
    const at = (name: string) => Number(part[name])
    const year = part['era'] === 'BC' ? 1 - at('year') : at('year')
    return toMs(year, at('month'), at('day'), at('hour'), at('minute'), at('second')) - Math.floor(instant / 1000) * 1000
  }
}

/** What a clock showed, as if it had been UTC; null when no clock shows that. */
function readWall(text: string): number | null {
  const { year, month, day, hour, minute, second = '0' } = (YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups ?? {}
  if (year === undefined) return null
  const wall = toMs(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second))
  const shown = new Date(wall)
  const isReal =
    shown.getUTCMonth() + 1 === Number(month) &&
    shown.getUTCDate() === Number(day) &&
    shown.getUTCHours() === Number(hour) &&
    shown.getUTCMinutes() === Number(minute) &&
    shown.getUTCSeconds() === Number(second)
  return isReal && Number(year) > 0 ? wall : null
}

/** Date.UTC takes the years 0 to 99 for those of the last century. */
function toMs(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000
}
