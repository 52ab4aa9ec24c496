import type { Db } from '../connection'

/** Texts that were not rejected: what spammers repeat is not the discussion's. */
const COUNTED = `c.status IN ('published', 'approved', 'pending')`

const HERE = `
  SELECT c.body FROM comment c WHERE c.site_id = $1 AND c.article_id = $2 AND ${COUNTED}
  ORDER BY c.ordered_at DESC, c.id DESC LIMIT $3`

/** The latest texts of a discussion, at most `limit`. */
export async function listLatestTexts(db: Db, siteId: string, articleId: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ body: string }>(HERE, [siteId, articleId, limit], 'article-latest-texts')
  return rows.map((row) => row.body)
}

/** Some texts of each of the newest other articles: no article is so large that it is all there is to compare with. */
const ELSEWHERE = `
  SELECT c.body FROM (
    SELECT a.id FROM article a WHERE a.site_id = $1 AND a.id <> $2 ORDER BY a.created_at DESC, a.id DESC LIMIT $3
  ) AS other
  CROSS JOIN LATERAL (
    SELECT c.body FROM comment c WHERE c.site_id = $1 AND c.article_id = other.id AND ${COUNTED}
    ORDER BY c.ordered_at DESC, c.id DESC LIMIT $4
  ) AS c`

/** The latest `each` texts of each of the newest `articles` articles but this one. */
export async function listTextsElsewhere(db: Db, siteId: string, articleId: string, articles: number, each: number): Promise<string[]> {
  const rows = await db.query<{ body: string }>(ELSEWHERE, [siteId, articleId, articles, each], 'article-texts-elsewhere')
  return rows.map((row) => row.body)
}
