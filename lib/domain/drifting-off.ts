/** Where the talk moved away from the article, without a single comment having to be off-topic. Places are indices into what was given. */
export interface DriftingOff {
  began: number
  last: number
  /** Mean distances from the article before `began`, and from there to `last`; both 0–1. */
  before: number
  within: number
  /** Log-likelihood ratio of two means against one, in nats; see THRESHOLD. */
  evidence: number
}

/** As for derailments (derailment.ts): a base line of so many comments, a stretch of so many. */
const BASE_COMMENTS = 12
const STRETCH_COMMENTS = 4
/** The stretch has to be this far from the article on average, and this much further than the talk before. */
export const FAR = 0.6
const RISE = 0.2

/**
 * The evidence that is asked for, by the number of distances n. Chosen by simulation, so that fewer than one calm discussion in a
 * hundred is said to have drifted, however its distances are distributed; tests/unit/domain/drifting-off.test.ts measures it again.
 */
const THRESHOLD = (known: number) => 3.6 + 1.35 * Math.log(known)

const MOST_STRETCHES = 600

/**
 * The moment when comments moved away from the article as a whole; null while they did not. The likelihood-ratio scan of
 * derailment.ts for the mean of a normal variable instead of a share: for every begin and end the variance that two means leave
 * unexplained is held against that of one (Siegmund & Venkatraman 1995). It looks at the distances' ranks: a handful of outliers in a
 * talk that keeps close to its article is no drift. Most comments that leave a topic are each too short or too near to be called
 * off-topic; together they say it plainly.
 *
 * @param distances from the article, 0–1, oldest first; null where the text is too short to tell, or where it does not count
 */
export function findDriftingOff(distances: readonly (number | null)[]): DriftingOff | null {
  const known = distances.flatMap((distance, place) => (distance === null ? [] : [{ distance, place }]))
  const size = Math.max(1, Math.ceil(known.length / MOST_STRETCHES))
  const values = known.map(({ distance }) => distance)
  const distanceSums = addUp(values, size).sums
  const { sums, squares } = addUp(rank(values), size)
  const placeOf = (bundle: number) => known[Math.min(bundle * size, known.length - 1)]?.place ?? 0
  const asked = THRESHOLD(Math.max(2, known.length))
  let best: DriftingOff | null = null
  for (let end = 1; end < sums.length; end++) {
    // What one mean leaves unexplained has to shrink by this factor, or more.
    const factor = Math.exp((-2 * Math.max(asked, best?.evidence ?? 0)) / end)
    const all = spread(sums, squares, 0, end)
    for (let began = 1; began < end; began++) {
      if (began * size < BASE_COMMENTS || (end - began) * size < STRETCH_COMMENTS) continue
      const [before, within] = [mean(distanceSums, 0, began), mean(distanceSums, began, end)]
      if (within < FAR || within - before < RISE) continue
      const left = spread(sums, squares, 0, began) + spread(sums, squares, began, end)
      if (left > all * factor) continue
      const evidence = (end / 2) * Math.log(all / Math.max(left, Number.MIN_VALUE))
      if (best === null || evidence > best.evidence) best = { began: placeOf(began), last: placeOf(end - 1), before, within, evidence }
    }
  }
  return best
}

/** The place of each value among all of them, 0–1; of equal ones the mean place. */
function rank(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const places = new Map<number, { sum: number; count: number }>()
  sorted.forEach((value, place) => {
    const known = places.get(value) ?? { sum: 0, count: 0 }
    places.set(value, { sum: known.sum + place, count: known.count + 1 })
  })
  return values.map((value) => {
    const { sum, count } = places.get(value) ?? { sum: 0, count: 1 }
    return sum / count / values.length
  })
}

/** Running sums, and sums of squares, over bundles of neighbours, each by its mean. */
function addUp(values: readonly number[], size: number): { sums: number[]; squares: number[] } {
  const sums = [0]
  const squares = [0]
  for (let from = 0; from < values.length; from += size) {
    const bundle = values.slice(from, from + size)
    const own = bundle.reduce((sum, value) => sum + value, 0) / bundle.length
    sums.push((sums.at(-1) ?? 0) + own)
    squares.push((squares.at(-1) ?? 0) + own * own)
  }
  return { sums, squares }
}

function mean(sums: readonly number[], from: number, to: number): number {
  return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from)
}

/** The sum of squared deviations from their mean. */
function spread(sums: readonly number[], squares: readonly number[], from: number, to: number): number {
  const sum = (sums[to] ?? 0) - (sums[from] ?? 0)
  return Math.max(0, (squares[to] ?? 0) - (squares[from] ?? 0) - (sum * sum) / (to - from))
}
