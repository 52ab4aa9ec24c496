import type { Db } from '../connection'

const NEWEST = `
  SELECT id, title FROM article
  WHERE site_id = $1
  ORDER BY created_at DESC, id DESC
  LIMIT $2`

/** The newest articles of a site, newest first. */
export function listArticleTitles(db: Db, siteId: string, limit: number): Promise<{ id: string; title: string }[]> {
  return db.query(NEWEST, [siteId, limit], 'article-titles')
}

// A step from one section to the next along the index, however many articles each has.
const SECTIONS = `
  WITH RECURSIVE step AS (
    (SELECT section FROM article WHERE site_id = $1 AND section IS NOT NULL ORDER BY section LIMIT 1)
    UNION ALL
    SELECT (SELECT section FROM article WHERE site_id = $1 AND section > step.section ORDER BY section LIMIT 1)
    FROM step WHERE step.section IS NOT NULL
  )
  SELECT section FROM step WHERE section IS NOT NULL LIMIT $2`

/** The sections that a site's articles name, in order. */
export async function listArticleSections(db: Db, siteId: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ section: string }>(SECTIONS, [siteId, limit], 'article-sections')
  return rows.map((row) => row.section)
}

/** The languages of a site's newest thousand comments, the most frequent first. */
export async function listLanguages(db: Db, siteId: string): Promise<string[]> {
  const rows = await db.query<{ language: string }>(
    `SELECT language FROM (SELECT language FROM comment WHERE site_id = $1 ORDER BY ordered_at DESC, id DESC LIMIT 1000) latest
     WHERE language IS NOT NULL GROUP BY language ORDER BY count(*) DESC, language LIMIT 20`,
    [siteId],
    'comment-languages',
  )
  return rows.map((row) => row.language)
}
