import type { WaitFigures } from '../../contracts/article-page'
import type { Db } from '../../db/connection'
import { countWaits } from '../../db/stat-article'
import { listWaitBuckets, readWaitQuantiles } from '../../db/stat-standing'
import { startOfWaitBucket, WAIT_STEPS_MS, type WaitBucket } from '../../domain/waits'

/** The histogram's borders and the promises of a service level, in seconds. */
const BORDERS = [60, 300, 900, 3600, 4 * 3600, 24 * 3600] as const

/**
 * How long comments of an article waited for a person, exactly: whole steps are taken from the roll-up, and the step in which a
 * border or a quantile lies is counted along the index.
 */
export async function readWaits(db: Db, siteId: string, articleId: string): Promise<WaitFigures> {
  const buckets = await listWaitBuckets(db, siteId, articleId)
  const decided = buckets.reduce((sum, { comments }) => sum + comments, 0)
  const [quantiles, below] = await Promise.all([
    readWaitQuantiles(db, siteId, articleId, buckets, [0.5, 0.9]),
    countBelow(db, siteId, articleId, buckets),
  ])
  const edges = [0, ...BORDERS]
  const cumulated = [0, ...below.map(({ under }) => under), decided]
  return {
    decided,
    medianSeconds: quantiles[0] ?? null,
    p90Seconds: quantiles[1] ?? null,
    histogram: edges.map((fromSeconds, index) => ({
      fromSeconds,
      toSeconds: edges[index + 1] ?? null,
      comments: (cumulated[index + 1] ?? decided) - (cumulated[index] ?? 0),
    })),
    within: decided === 0 ? [] : BORDERS.map((seconds, index) => ({ seconds, share: (below[index]?.upTo ?? 0) / decided })),
  }
}

/** For each border the waits that are shorter, and those that are not longer. */
async function countBelow(
  db: Db,
  siteId: string,
  articleId: string,
  buckets: readonly WaitBucket[],
): Promise<{ under: number; upTo: number }[]> {
  const places = BORDERS.map((seconds) => {
    const border = seconds * 1000
    const before = buckets.reduce((sum, { bucket, comments }) => sum + ((WAIT_STEPS_MS[bucket] ?? Infinity) <= border ? comments : 0), 0)
    const split = buckets.find(({ bucket }) => startOfWaitBucket(bucket) <= border && (WAIT_STEPS_MS[bucket] ?? Infinity) > border)
    return { before, span: split && { start: startOfWaitBucket(split.bucket), border } }
  })
  const counted = await countWaits(
    db,
    siteId,
    articleId,
    places.flatMap(({ span }) => span ?? []),
  )
  return places.map(({ before, span }) => {
    const within = span === undefined ? undefined : counted.shift()
    return { under: before + (within?.under ?? 0), upTo: before + (within?.upTo ?? 0) }
  })
}
