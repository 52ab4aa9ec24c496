/**
 * Seconds to wait before each try of a webhook, the first at once: the schedule that the Standard Webhooks specification
 * suggests. After the last one a delivery has failed.
 */
const SCHEDULE = [0, 5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600] as const

/** Waits are spread by a fifth either way, so that what failed together does not come back together. */
const SPREAD = 0.2
const LONGEST = 24 * 3600

/**
 * Seconds until the next attempt after `attempts` failures; null when none is left.
 *
 * @param chance 0–1, evenly spread
 * @param asked seconds the receiver asked for (Retry-After), honoured up to a day
 */
export function waitAfter(attempts: number, chance: number, asked: number | null): number | null {
  const planned = SCHEDULE[attempts]
  if (planned === undefined) return null
  const spread = planned * (1 + SPREAD * (2 * chance - 1))
  return Math.max(spread, Math.min(asked ?? 0, LONGEST))
}

/** Seconds to wait before each try of a scorer outside, the first at once: what comes after an hour helps nobody. */
const SCORER_SCHEDULE = [0, 2, 15, 60, 5 * 60, 30 * 60] as const
const LONGEST_SCORER_WAIT = 3600

/**
 * Seconds until a scorer outside is asked again about a text after `attempts` that failed; null when it is given up.
 *
 * @param chance 0–1, evenly spread
 * @param asked seconds the service asked for (Retry-After), honoured up to an hour
 */
export function waitAfterUnscored(attempts: number, chance: number, asked: number | null): number | null {
  const planned = SCORER_SCHEDULE[attempts]
  if (planned === undefined) return null
  return Math.max(planned * (1 + SPREAD * (2 * chance - 1)), Math.min(asked ?? 0, LONGEST_SCORER_WAIT))
}
