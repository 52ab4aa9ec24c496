import type { Db } from './connection'

const NEWEST = `
  SELECT id, title FROM article
  WHERE site_id = $1
  ORDER BY created_at DESC, id DESC
  LIMIT $2`

/** The newest articles of a site, newest first. */
export function listArticleTitles(db: Db, siteId: string, limit: number): Promise<{ id: string; title: string }[]> {
  return db.query(NEWEST, [siteId, limit], 'article-titles')
}
