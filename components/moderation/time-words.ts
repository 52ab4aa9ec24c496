const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A stretch of milliseconds in at most two units: 40 s, 31 m, 1 h 12 m, 3 d. Less than nothing counts as nothing. */
export function formatDuration(ms: number): string {
  const length = Math.max(0, ms)
  if (length < MINUTE) return `${Math.floor(length / 1000)} s`
  if (length < HOUR) return `${Math.floor(length / MINUTE)} m`
  if (length < DAY) {
    const minutes = Math.floor((length % HOUR) / MINUTE)
    return `${Math.floor(length / HOUR)} h${minutes > 0 && length < 6 * HOUR ? ` ${minutes} m` : ''}`
  }
  return `${Math.floor(length / DAY)} d`
}

/** How long before `now` an instant was: "12 s ago"; instants ahead of a slow clock are "just now". */
export function formatAgo(at: string, now: number): string {
  const length = now - Date.parse(at)
  return length < 1000 ? 'just now' : `${formatDuration(length)} ago`
}

/** The instant in the reader's own time zone and language. Differs between server and browser: only for what the browser draws. */
export function formatInstant(at: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
}
