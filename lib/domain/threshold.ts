/** Counts of comments by score, a bin for each hundredth. */
export type Bins = readonly number[]

/** How a threshold does. Shares are 0–1, null where there is nothing to divide by. */
export interface ThresholdFigures {
  /** Decided comments at or above it: those that were marked, and those that were not. */
  found: number
  wrong: number
  /** Marked comments below it, those without a score included. */
  missed: number
  /** Of the comments it names, how many were marked. */
  precision: number | null
  /** Of the comments that were marked, how many it names. */
  recall: number | null
}

/** The sum of the bins from a score up to another, which is not included. Scores are 0–1, in hundredths. */
export function countBetween(bins: Bins, from: number, to = Infinity): number {
  const first = Math.round(from * 100)
  // A score of exactly 1 is in the last bin.
  return bins.reduce((sum, count, bin) => (bin >= Math.min(first, bins.length - 1) && bin < Math.round(to * 100) ? sum + count : sum), 0)
}

/** How a threshold would have done on decided comments. */
export function weighThreshold(marked: Bins, kept: Bins, unscoredMarked: number, threshold: number): ThresholdFigures {
  const found = countBetween(marked, threshold)
  const wrong = countBetween(kept, threshold)
  const missed = countBetween(marked, 0) - found + unscoredMarked
  return {
    found,
    wrong,
    missed,
    precision: found + wrong === 0 ? null : found / (found + wrong),
    recall: found + missed === 0 ? null : found / (found + missed),
  }
}

/** A score in the nearest hundredth, held within 0–1; null for what is no number. */
export function toHundredth(value: number): number | null {
  return Number.isFinite(value) ? Math.round(Math.min(1, Math.max(0, value)) * 100) / 100 : null
}

/**
 * The search for the undecided comments of a band of scores that were written within some days: those that the histogram counted. A band up
 * to 1 holds 1.
 *
 * @param operator how the score is searched for, as in `score.topic`
 */
export function writeBandSearch(
  operator: string,
  { from, to, section, days }: { from: number; to: number; section: string | null; days: number },
): string {
  const age = Number.isInteger(days) ? `${days}d` : `${Math.ceil(days * 24)}h`
  const terms = [`${operator}>=${from}`, ...(to < 1 ? [`${operator}<${to}`] : []), 'is:undecided', '-is:removed', `age<${age}`]
  return [...terms, ...(section === null ? [] : [`section:"${section.replaceAll('"', '')}"`])].join(' ')
}
