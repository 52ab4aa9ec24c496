import type { Db } from './connection'

/** One hour of a discussion, as alerts look at it. */
export interface TalkHour {
  articleId: string
  /** Milliseconds since 1970. */
  at: number
  comments: number
  heated: number
  strayed: number
}

const HOURS = `
  SELECT s.article_id AS "articleId", (extract(epoch FROM s.at) * 1000)::bigint AS at, s.comments, s.heated, s.strayed
  FROM (
    SELECT DISTINCT article_id FROM article_stat WHERE site_id = $1 AND grain = 'h' AND at >= $2 AND comments >= $3
  ) busy CROSS JOIN LATERAL (
    SELECT * FROM article_stat WHERE site_id = $1 AND article_id = busy.article_id AND grain = 'h' AND at >= $2 AND comments > 0 OFFSET 0
  ) s ORDER BY s.article_id, s.at`

/** The hours since `from` of the discussions that had one of `least` comments or more, article by article, the oldest first. */
export async function listHoursOfTalks(db: Db, siteId: string, from: Date, least: number): Promise<TalkHour[]> {
  if (least === Infinity) return []
  return db.query<TalkHour>(HOURS, [siteId, from, least], 'alert-preview')
}
