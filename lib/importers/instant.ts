import { Instant } from '../contracts/text'

/** Seconds, with a fraction or not, or milliseconds since 1970, as exports of databases write them: from 2001 to 2286. */
const UNIX_TIME = /^(?<whole>\d{10}(?:\d{3})?)(?:\.\d{1,9})?$/
/** No time is longer; what a damaged row has in its place may be. */
const MAX_LENGTH = 100

/**
 * The instant that a cell names, in ISO 8601: as it is, with a space for the T, with UTC for the Z, or as Unix time.
 * Null when it is none of these, above all when it has no offset from UTC.
 */
export function readInstant(text: string): string | null {
  if (text.length > MAX_LENGTH) return null
  const { whole } = UNIX_TIME.exec(text)?.groups ?? {}
  if (whole !== undefined) return new Date(Number(text) * (whole.length === 10 ? 1000 : 1)).toISOString()
  const iso = text
    .replace(/^(\d{4}-\d\d-\d\d)\s+(\d)/, '$1T$2')
    .replace(/\s*(?:utc|gmt|z)$/i, 'Z')
    .replace(/\s+([+-]\d\d)/, '$1')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
    .replace(/(T[\d:.]+[+-]\d\d)$/, '$1:00')
  return Instant.safeParse(iso).success ? iso : null
}
