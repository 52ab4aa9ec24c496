import { MAX_TOLD_ARTICLES } from '../../domain/article-list'
import { findWaitPlace, startOfWaitBucket, type WaitBucket } from '../../domain/waits'
import type { Db } from '../connection'

interface ArticleKey {
  siteId: string
  articleId: string
}

/** A share of marks says something once a comment was judged; before, it would only repeat that none was. */
const shareOf = (marked: string) => `CASE WHEN s.judged > 0 THEN s.${marked}::float8 / s.comments ELSE -1 END`

/** What the list is ordered by, read off the article's whole and, for the last comment, one look into an index. */
const REFRESH = `
  WITH keys AS (SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS k (site_id, article_id))
  UPDATE article_standing t SET comments = s.comments, waiting = s.waiting,
    off_topic = ${shareOf('off_topic')}, uncivil = ${shareOf('uncivil')},
    civility = coalesce(1 - s.incivility_sum::float8 / 1000 / nullif(s.comments, 0), -1),
    voices = coalesce((SELECT sum(voices) FROM article_voice_size z WHERE z.site_id = k.site_id AND z.article_id = k.article_id), 0),
    last_at = coalesce((
      SELECT c.ordered_at FROM comment c WHERE c.site_id = k.site_id AND c.article_id = k.article_id AND c.status <> 'removed'
      ORDER BY c.ordered_at DESC, c.id DESC LIMIT 1
    ), timestamptz '1970-01-01 00:00:00+00'),
    seq = NULL
  FROM keys k JOIN article_stat s ON s.site_id = k.site_id AND s.article_id = k.article_id AND s.grain = 't'
  WHERE t.site_id = k.site_id AND t.article_id = k.article_id`

const SET_WAITS = `
  UPDATE article_standing t SET median_wait = k.median, p90_wait = k.p90, seq = NULL
  FROM unnest($1::uuid[], $2::uuid[], $3::float8[], $4::float8[]) AS k (site_id, article_id, median, p90)
  WHERE t.site_id = k.site_id AND t.article_id = k.article_id`

/** Brings what the list is ordered by up to date for articles whose figures, or whose waits, have changed. */
export async function refreshStandings(db: Db, counts: readonly ArticleKey[], waits: readonly ArticleKey[]): Promise<void> {
  if (counts.length > 0) await db.query(REFRESH, listKeys(counts), 'refresh-standings')
  if (waits.length === 0) return
  const medians: number[] = []
  const p90s: number[] = []
  for (const { siteId, articleId } of waits) {
    const [median, p90] = await readWaitQuantiles(db, siteId, articleId, await listWaitBuckets(db, siteId, articleId), [0.5, 0.9])
    medians.push(median ?? -1)
    p90s.push(p90 ?? -1)
  }
  await db.query(SET_WAITS, [...listKeys(waits), medians, p90s], 'refresh-waits')
}

function listKeys(keys: readonly ArticleKey[]): string[][] {
  return [keys.map(({ siteId }) => siteId), keys.map(({ articleId }) => articleId)]
}

/** The day under which the waits of all days stand. */
export const WHOLE = `'-infinity'::timestamptz`

const BUCKETS = `
  SELECT bucket, comments FROM article_wait WHERE site_id = $1 AND article_id = $2 AND day = ${WHOLE} AND comments > 0 ORDER BY bucket`

/** The lengths of an article's waits, the shortest first. */
export async function listWaitBuckets(db: Db, siteId: string, articleId: string): Promise<WaitBucket[]> {
  return db.query(BUCKETS, [siteId, articleId], 'article-wait-buckets')
}

const AT = `
  SELECT wait_ms AS wait FROM comment WHERE site_id = $1 AND article_id = $2 AND wait_ms IS NOT NULL AND status <> 'removed' AND wait_ms >= $3
  ORDER BY wait_ms OFFSET $4 LIMIT 2`

/**
 * Exact quantiles of an article's waits, in seconds, interpolated as percentile_cont does. The histogram says in which step the
 * quantile lies and how many come before, so that the index is read from there: a step's worth of entries at most, not all of them.
 *
 * @param buckets the article's histogram, the shortest first
 * @param shares each 0–1
 */
export async function readWaitQuantiles(
  db: Db,
  siteId: string,
  articleId: string,
  buckets: readonly WaitBucket[],
  shares: readonly number[],
): Promise<(number | null)[]> {
  const total = buckets.reduce((sum, { comments }) => sum + comments, 0)
  return Promise.all(
    shares.map(async (share) => {
      const rank = share * (total - 1)
      const index = Math.floor(rank)
      const place = findWaitPlace(buckets, index)
      if (!place) return null
      const values = [siteId, articleId, startOfWaitBucket(place.bucket), index - place.before]
      const [low, high] = await db.query<{ wait: number }>(AT, values, 'article-wait-at')
      if (!low) return null
      return (low.wait + (rank - index) * ((high?.wait ?? low.wait) - low.wait)) / 1000
    }),
  )
}

/** More than wait at once, but for what was brought in while nobody watched. */
const NUMBERED_AT_ONCE = 10_000
const NUMBER = `
  WITH turn AS MATERIALIZED (
    SELECT pg_try_advisory_xact_lock(hashtextextended('number articles of ' || $1::text, 0)) AS mine
  ), waiting AS MATERIALIZED (
    SELECT article_id FROM article_standing WHERE site_id = $1::uuid AND seq IS NULL AND (SELECT mine FROM turn)
    LIMIT ${NUMBERED_AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED
  )
  UPDATE article_standing t SET seq = nextval('article_standing_seq') FROM waiting WHERE t.site_id = $1::uuid AND t.article_id = waiting.article_id`
const CHANGED = `
  SELECT article_id AS id, seq FROM article_standing WHERE site_id = $1 AND seq > $2 ORDER BY seq DESC LIMIT ${MAX_TOLD_ARTICLES}`
const LATEST = 'SELECT coalesce(max(seq), 0) AS seq FROM article_standing WHERE site_id = $1'

/**
 * The articles of a site that changed after `after`, and how far that is; with null only how far it is now. A change is committed without
 * a number and gets one here, from one caller at a time, as decisions do in the feed: whoever has read up to n misses nothing below n,
 * however long another change takes to commit.
 */
export async function listChangedArticles(db: Db, siteId: string, after: number | null): Promise<{ seq: number; ids: string[] }> {
  await db.query(NUMBER, [siteId], 'number-articles')
  if (after === null) {
    const [latest] = await db.query<{ seq: number }>(LATEST, [siteId], 'articles-latest')
    return { seq: latest?.seq ?? 0, ids: [] }
  }
  const rows = await db.query<{ id: string; seq: number }>(CHANGED, [siteId, after], 'articles-changed')
  return { seq: rows[0]?.seq ?? after, ids: rows.map(({ id }) => id) }
}
