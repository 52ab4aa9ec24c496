import { tell, type ImportRecord } from './import-record'
import { readInstant } from './instant'
import { LocalClock } from './local-clock'
import { isDoubtfulDate, readWallTime } from './wall-time'

const NO_OFFSET = 'This time has no offset, such as Z or +01:00. Name the time zone, or times like it are left unknown.'
const NO_TIME = 'This time cannot be read. Write it such as 2015-03-01 09:30, or times like it are left unknown.'
const DOUBTFUL_TIME =
  'Nobody can tell whether this time begins with the day or the month. Write it such as 2015-03-01 09:30, or times like it are left unknown.'

/** Reads the times of a file. What is the same in every comment as a rule, such as that no offset is named, is told once. */
export class TimeReader {
  readonly #clock: LocalClock | null
  readonly #told = new Set<string>()

  /** @param timeZone whose clock the times are of that name no offset; without it they are left unknown */
  constructor(timeZone: string | undefined) {
    this.#clock = timeZone === undefined ? null : new LocalClock(timeZone)
  }

  /** The instant in ISO 8601, undefined when it cannot be told; then why is told, the first time. */
  *read(line: number, text: string): Generator<ImportRecord, string | undefined> {
    const instant = readInstant(text) ?? this.#clock?.read(text) ?? null
    if (instant !== null) return instant
    const why = readWallTime(text)?.offsetMs === null ? NO_OFFSET : isDoubtfulDate(text) ? DOUBTFUL_TIME : NO_TIME
    if (!this.#told.has(why)) yield tell(line, why)
    this.#told.add(why)
    return undefined
  }
}
