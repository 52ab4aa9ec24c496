import { Instant } from '../contracts/text'
import { readWallTime } from './wall-time'

/** Seconds, milliseconds or microseconds since 1970, as exports of databases write them: up to 2286. */
const UNIX_TIME = /^(?<whole>\d{9,10}|\d{12,13}|\d{16})(?:\.\d{1,20})?$/
/** There were no comments before: smaller numbers mean something else. */
const EARLIEST = Date.UTC(1990, 0, 1)
/** No time is longer; what a damaged row has in its place may be. */
const MAX_LENGTH = 100

/**
 * The instant that a cell names, in ISO 8601: as it is, with a space for the T, with UTC for the Z, as Unix time, or in words with an offset,
 * as mail (RFC 2822) and programs write it. Null when it is none of these, above all when it has no offset from UTC.
 */
export function readInstant(text: string): string | null {
  if (text.length > MAX_LENGTH) return null
  const { whole } = UNIX_TIME.exec(text)?.groups ?? {}
  if (whole !== undefined) return readUnixTime(Number(text) * (whole.length <= 10 ? 1000 : whole.length <= 13 ? 1 : 1e-3))
  const iso = text
    .replace(/^(\d{4}-\d\d-\d\d)\s+(\d)/, '$1T$2')
    .replace(/\s*(?:utc|gmt|z)$/i, 'Z')
    .replace(/\s+([+-]\d\d)/, '$1')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
    .replace(/(T[\d:.]+[+-]\d\d)$/, '$1:00')
  if (Instant.safeParse(iso).success) return iso
  const { wall, offsetMs = null } = readWallTime(text) ?? {}
  return wall === undefined || offsetMs === null ? null : toIso(wall - offsetMs)
}

function readUnixTime(ms: number): string | null {
  return ms < EARLIEST ? null : toIso(ms)
}

function toIso(ms: number): string | null {
  const iso = new Date(ms).toISOString()
  return Instant.safeParse(iso).success ? iso : null
}
