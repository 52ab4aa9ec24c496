import type { WaitBucket } from '../../domain/waits'
import type { Db } from '../connection'
import { GROUP_SUMS, type GroupSums } from './stat-groups'

/** An article with the sums of some days. */
export interface BusyArticle extends GroupSums {
  id: string
  title: string
  section: string | null
}

const BUSIEST = `
  WITH busiest AS (
    SELECT s.article_id, ${GROUP_SUMS}, 1 AS articles FROM article_stat s
    WHERE s.site_id = $1 AND s.grain = 'd' AND s.at >= $2 AND s.at < $3
    GROUP BY s.article_id HAVING sum(s.comments) > 0 ORDER BY sum(s.comments) DESC, s.article_id DESC LIMIT $4)
  SELECT a.id, a.title, a.section, b.* FROM busiest b JOIN article a ON a.site_id = $1 AND a.id = b.article_id
  ORDER BY b.comments DESC, a.id DESC`

/** The articles with the most comments from one day up to (not with) another, with the figures of those days alone. */
export async function listBusiest(db: Db, siteId: string, { from, to }: { from: Date; to: Date }, limit: number): Promise<BusyArticle[]> {
  return db.query<BusyArticle>(BUSIEST, [siteId, from, to, limit], 'busiest-articles')
}

const WAITS = `
  SELECT s.article_id AS id, s.bucket, sum(s.comments)::int AS comments FROM article_wait s
  WHERE s.site_id = $1 AND s.article_id = ANY($4::uuid[]) AND s.day >= $2 AND s.day < $3
  GROUP BY s.article_id, s.bucket HAVING sum(s.comments) > 0 ORDER BY s.bucket`

/** The waits of articles on those days, the shortest first. */
export async function listWaitsOf(
  db: Db,
  siteId: string,
  { from, to }: { from: Date; to: Date },
  ids: readonly string[],
): Promise<(WaitBucket & { id: string })[]> {
  return db.query(WAITS, [siteId, from, to, ids], 'busiest-waits')
}
