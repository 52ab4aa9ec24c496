import type { Db } from '../connection'

/** The title of an article of the site, or null. */
export async function findArticleTitle(db: Db, siteId: string, articleId: string): Promise<string | null> {
  const [row] = await db.query<{ title: string }>(
    'SELECT title FROM article WHERE site_id = $1 AND id = $2',
    [siteId, articleId],
    'article-title',
  )
  return row?.title ?? null
}
