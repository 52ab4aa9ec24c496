/** One text of an evaluation: the machine's number, any scale, and whether people say it is so. */
export interface Judged {
  score: number
  isPositive: boolean
}

/**
 * Area under the ROC curve: how likely a positive is scored above a negative, ties counting half (Mann–Whitney U over all
 * pairs, by mean ranks). Null when one of the classes is missing.
 */
export function rocAuc(rows: readonly Judged[]): number | null {
  const sorted = [...rows].sort((a, b) => a.score - b.score)
  const positives = sorted.filter((row) => row.isPositive).length
  const negatives = sorted.length - positives
  if (positives === 0 || negatives === 0) return null
  let rankSum = 0
  for (const { from, to, positives: here } of listTies(sorted)) rankSum += here * ((from + 1 + to) / 2)
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/**
 * Average precision: the precision at each threshold weighted by the recall it adds, Σ (Rₙ − Rₙ₋₁) Pₙ, equal scores taken
 * together and nothing interpolated. Null without a positive.
 */
export function averagePrecision(rows: readonly Judged[]): number | null {
  const sorted = [...rows].sort((a, b) => b.score - a.score)
  const positives = sorted.filter((row) => row.isPositive).length
  if (positives === 0) return null
  let found = 0
  let sum = 0
  for (const { to, positives: here } of listTies(sorted)) {
    found += here
    sum += (here / positives) * (found / to)
  }
  return sum
}

/**
 * The largest share of positives that a threshold finds while it names at most `rate` (0–1) of the negatives. Null when one
 * of the classes is missing.
 */
export function truePositivesAt(rows: readonly Judged[], rate: number): number | null {
  const sorted = [...rows].sort((a, b) => b.score - a.score)
  const positives = sorted.filter((row) => row.isPositive).length
  const negatives = sorted.length - positives
  if (positives === 0 || negatives === 0) return null
  let found = 0
  let wrong = 0
  for (const { from, to, positives: here } of listTies(sorted)) {
    wrong += to - from - here
    if (wrong > rate * negatives) break
    found += here
  }
  return found / positives
}

/** Runs of equal scores in a sorted list: `from` is their first place, `to` the place after their last. */
function* listTies(sorted: readonly Judged[]): Generator<{ from: number; to: number; positives: number }> {
  for (let from = 0; from < sorted.length;) {
    let to = from
    let positives = 0
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) if (sorted[to++]?.isPositive) positives += 1
    yield { from, to, positives }
    from = to
  }
}
