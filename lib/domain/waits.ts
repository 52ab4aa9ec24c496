/** The waiting times that are reported, in seconds: those a histogram shows, and those a newsroom may have promised. */
export const SERVICE_LEVELS = [60, 300, 900, 3600, 4 * 3600, 24 * 3600] as const

/** How many steps the lengths of waits are counted in, each 2^(1/8) = 9 % longer than the one before: up to 53 days. */
const STEPS = 176

/**
 * Where each step of the histogram of waits ends, in ms: `WAIT_STEPS_MS[b - 1]` ≤ wait < `WAIT_STEPS_MS[b]` is bucket b, bucket 0 is
 * under a second. Service levels end a step, so that nothing has to be looked up to tell how many waited less. The database counts by
 * the same numbers (function wait_bucket); a test holds the two together.
 */
export const WAIT_STEPS_MS: readonly number[] = [
  ...Array.from({ length: STEPS }, (_, step) => Math.round(1000 * 2 ** (step / 8))),
  ...SERVICE_LEVELS.map((seconds) => seconds * 1000),
].sort((a, b) => a - b)

/** Comments of one length of waiting. */
export interface WaitBucket {
  bucket: number
  comments: number
}

/** Where in a histogram the order statistic number `index` (from 0) lies: its bucket, and how many come before that bucket. */
export interface WaitPlace {
  bucket: number
  before: number
}

/** @param buckets in ascending order; null when they hold no more than `index` comments */
export function findWaitPlace(buckets: readonly WaitBucket[], index: number): WaitPlace | null {
  let before = 0
  for (const { bucket, comments } of buckets) {
    if (index < before + comments) return { bucket, before }
    before += comments
  }
  return null
}

/** The shortest wait of a bucket, in ms. */
export function startOfWaitBucket(bucket: number): number {
  return bucket === 0 ? 0 : (WAIT_STEPS_MS[bucket - 1] ?? 0)
}

/**
 * A quantile read off the histogram, in seconds, between the two order statistics that percentile_cont takes it from: of each the middle
 * (geometric mean) of its step, which is right to within 4.5 % (half a step at most) for waits of a second up to 53 days; null when
 * nothing was decided.
 *
 * @param share 0–1; 0.5 is the median
 */
export function estimateWait(buckets: readonly WaitBucket[], share: number): number | null {
  const total = buckets.reduce((sum, { comments }) => sum + comments, 0)
  const rank = share * (total - 1)
  const index = Math.floor(rank)
  const low = findWaitPlace(buckets, index)
  if (!low) return null
  const high = findWaitPlace(buckets, index + 1) ?? low
  return middleOf(low.bucket) + (rank - index) * (middleOf(high.bucket) - middleOf(low.bucket))
}

/** The middle of a step, in seconds. */
function middleOf(bucket: number): number {
  if (bucket === 0) return 0.5
  const from = startOfWaitBucket(bucket)
  return Math.sqrt(from * (WAIT_STEPS_MS[bucket] ?? from)) / 1000
}
