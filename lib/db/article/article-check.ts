import type { Db } from '../connection'

/** A figure that was not what the rows say. */
export interface StatDifference {
  figure: string
  kept: number | string | null
  counted: number | string | null
}

export interface ArticleCheckRow {
  checkedAt: Date
  isRight: boolean
  differences: StatDifference[]
}

/** How the figures of an article came out when they were last recounted; null when nobody has. */
export async function findArticleCheck(db: Db, siteId: string, articleId: string): Promise<ArticleCheckRow | null> {
  const [row] = await db.query<ArticleCheckRow>(
    `SELECT checked_at AS "checkedAt", is_right AS "isRight", differences FROM article_check WHERE site_id = $1 AND article_id = $2`,
    [siteId, articleId],
    'article-check',
  )
  return row ?? null
}

/** Notes how a recount came out. */
export async function putArticleCheck(db: Db, siteId: string, articleId: string, check: ArticleCheckRow): Promise<void> {
  await db.query(
    `INSERT INTO article_check (site_id, article_id, checked_at, is_right, differences) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (site_id, article_id) DO UPDATE SET checked_at = $3, is_right = $4, differences = $5`,
    [siteId, articleId, check.checkedAt, check.isRight, JSON.stringify(check.differences)],
  )
}
