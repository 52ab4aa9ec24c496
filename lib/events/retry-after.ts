const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/

/**
 * The seconds that a receiver asks us to wait by its header Retry-After, which names them or the time until which (RFC 9110, 10.2.3).
 * Null when it names neither.
 */
export function readRetryAfter(header: string | string[] | undefined, now: Date): number | null {
  if (typeof header !== 'string') return null
  if (/^\d{1,9}$/.test(header)) return Number(header)
  const until = HTTP_DATE.test(header) ? Date.parse(header) : NaN
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - now.getTime()) / 1000))
}
