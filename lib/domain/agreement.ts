/** How many pairs it takes to report a share, and to report the figure that corrects for chance: fewer say next to nothing. */
export const LEAST_FOR_SHARE = 10
export const LEAST_FOR_ALPHA = 30

/** The standard normal's 97.5 % point: intervals are of 95 %. */
const Z = 1.959963984540054

/** A figure with the ends of its 95 % interval. */
export interface Estimate {
  value: number
  low: number
  high: number
}

/** How often two people came to these verdicts about one comment. */
export interface PairCount<Category extends string> {
  first: Category
  second: Category
  count: number
}

/**
 * A share with Wilson's score interval, which stays within 0 and 1 and holds for few and for extreme counts; null without any.
 *
 * (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). E. B. Wilson (1927), Probable inference, the law of succession, and statistical
 * inference. Journal of the American Statistical Association 22, 209–212.
 */
export function estimateShare(agreed: number, total: number): Estimate | null {
  if (total === 0) return null
  const share = agreed / total
  const spread = (Z * Z) / total
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z * Math.sqrt((share * (1 - share)) / total + spread / (4 * total))) / (1 + spread)
  return { value: share, low: Math.max(0, Math.min(share, middle - half)), high: Math.min(1, Math.max(share, middle + half)) }
}

/** The same; null where there are too few to tell. */
export const estimateFrom = (some: number, total: number): Estimate | null => (total < LEAST_FOR_SHARE ? null : estimateShare(some, total))

/** Why there is no figure: too few pairs, or but one verdict was ever given. */
export type NoAlpha = 'too_few' | 'one_verdict'

/**
 * Agreement beyond chance: Krippendorff's alpha for nominal data and two values a comment. 1: all agree; 0: as chance alone would;
 * below: less than that. Who was first counts for nothing, as many people are first and second.
 *
 * α = 1 − (n−1)·Σ o(c,k≠c) / Σ n(c)·n(k≠c), with n the values (two a comment), o the coincidences, n(c) how often c was said. K.
 * Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania, section C.
 *
 * Its interval is by the jackknife (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 11): each comment is
 * left out once; comments with the same two verdicts are left out alike.
 */
export function estimateAlpha<Category extends string>(pairs: readonly PairCount<Category>[]): Estimate | NoAlpha {
  const total = countPairs(pairs)
  if (total < LEAST_FOR_ALPHA) return 'too_few'
  const value = alphaOf(pairs)
  if (value === null) return 'one_verdict'
  // Without one comment there may be but one verdict left; it then says nothing of how far chance moves the figure.
  const without = pairs.map((left) => alphaOf(pairs.map((pair) => (pair === left ? { ...pair, count: pair.count - 1 } : pair))) ?? value)
  const mean = pairs.reduce((sum, { count }, index) => sum + count * (without[index] ?? 0), 0) / total
  const squares = pairs.reduce((sum, { count }, index) => sum + count * ((without[index] ?? 0) - mean) ** 2, 0)
  const half = Z * Math.sqrt((squares * (total - 1)) / total)
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half) }
}

/** Null where only one verdict was ever given: there is nothing to tell apart. */
function alphaOf<Category extends string>(pairs: readonly PairCount<Category>[]): number | null {
  const said = new Map<Category, number>()
  for (const { first, second, count } of pairs) {
    said.set(first, (said.get(first) ?? 0) + count)
    said.set(second, (said.get(second) ?? 0) + count)
  }
  const values = 2 * countPairs(pairs)
  const apart = 2 * countPairs(pairs.filter(({ first, second }) => first !== second))
  const byChance = values ** 2 - [...said.values()].reduce((sum, times) => sum + times ** 2, 0)
  return byChance === 0 ? null : 1 - ((values - 1) * apart) / byChance
}

/** How many comments these are. */
export const countPairs = (pairs: readonly { count: number }[]): number => pairs.reduce((sum, { count }) => sum + count, 0)

/** The share of comments about which both came to the same; null where too few were looked at to tell. */
export function estimateAgreement<Category extends string>(pairs: readonly PairCount<Category>[]): Estimate | null {
  return estimateFrom(countPairs(pairs.filter(({ first, second }) => first === second)), countPairs(pairs))
}

/** What is taken for what, whichever came first: the two verdicts, and how often; the most often first. */
export function listConfusions<Category extends string>(
  pairs: readonly PairCount<Category>[],
  order: readonly Category[],
): { verdicts: [Category, Category]; count: number }[] {
  const found = order.flatMap((one, index) =>
    order.slice(index + 1).map((other) => ({
      verdicts: [one, other] as [Category, Category],
      count: countPairs(pairs.filter(({ first, second }) => (first === one && second === other) || (first === other && second === one))),
    })),
  )
  return found.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
}
