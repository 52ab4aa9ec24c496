import type { WaitFigures } from '../../contracts/article-page'
import type { Db } from '../../db/connection'
import { countExactWaits } from '../../db/stats/stat-article'
import { listWaitBuckets, readWaitQuantiles } from '../../db/stats/stat-standing'
import { SERVICE_LEVELS, startOfWaitBucket, type WaitBucket } from '../../domain/waits'

/**
 * How long comments of an article waited for a person, exactly. Service levels end a step of the kept histogram; only the step in
 * which a quantile lies is read along the index.
 */
export async function readWaits(db: Db, siteId: string, articleId: string): Promise<WaitFigures> {
  const borders = SERVICE_LEVELS.map((seconds) => seconds * 1000)
  const [buckets, exactly] = await Promise.all([listWaitBuckets(db, siteId, articleId), countExactWaits(db, siteId, articleId, borders)])
  const quantiles = await readWaitQuantiles(db, siteId, articleId, buckets, [0.5, 0.9])
  const decided = countUnder(buckets, Infinity)
  const edges = [0, ...SERVICE_LEVELS]
  const cumulated = [0, ...borders.map((border) => countUnder(buckets, border)), decided]
  return {
    decided,
    medianSeconds: quantiles[0] ?? null,
    p90Seconds: quantiles[1] ?? null,
    histogram: edges.map((fromSeconds, index) => ({
      fromSeconds,
      toSeconds: edges[index + 1] ?? null,
      comments: (cumulated[index + 1] ?? decided) - (cumulated[index] ?? 0),
    })),
    within:
      decided === 0 ? [] : SERVICE_LEVELS.map((seconds) => ({ seconds, share: countUpTo(buckets, exactly, seconds * 1000) / decided })),
  }
}

/** How many waited less than `border`, in ms, at which a step ends. */
function countUnder(buckets: readonly WaitBucket[], border: number): number {
  return buckets.reduce((sum, { bucket, comments }) => sum + (startOfWaitBucket(bucket) < border ? comments : 0), 0)
}

function countUpTo(buckets: readonly WaitBucket[], exactly: ReadonlyMap<number, number>, border: number): number {
  return countUnder(buckets, border) + (exactly.get(border) ?? 0)
}
