import { readWallTime, toMs } from './wall-time'

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
    const { wall, offsetMs } = readWallTime(text) ?? {}
    if (wall === undefined || offsetMs !== null) return null
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
