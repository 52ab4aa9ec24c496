import type { ErasurePreview } from '../../contracts/erasure'
import type { Db } from '../connection'
import type { KnownPerson } from './person'

const COUNTS = `
  WITH own AS MATERIALIZED (SELECT id FROM comment WHERE site_id = $1 AND commenter_id = $2)
  SELECT (SELECT count(*) FROM own) AS comments,
    (SELECT count(*) FROM own JOIN comment_revision r ON r.site_id = $1 AND r.comment_id = own.id) AS "earlierTexts",
    (SELECT count(*) FROM own JOIN appeal a ON a.site_id = $1 AND a.comment_id = own.id) AS appeals,
    (SELECT count(*) FROM report WHERE site_id = $1 AND reporter = $3) AS "reportsMade",
    (SELECT count(*) FROM own JOIN note n ON n.site_id = $1 AND n.comment_id = own.id WHERE n.text <> '')
      + (SELECT count(*) FROM note WHERE site_id = $1 AND commenter_id = $2 AND text <> '') AS notes,
    (SELECT count(*) FROM saved_view WHERE site_id = $1 AND (position($4 IN address) > 0 OR lower(address) LIKE ANY($5::text[]))) AS views`

/** How much erasing somebody would erase, and how many saved views name them, which it would not. No rule can name anybody. */
export async function countErasable(db: Db, siteId: string, { id, externalId, name }: KnownPerson): Promise<ErasurePreview['counts']> {
  const asked = [`author:${name}`, `author:"${name}"`]
  const written = asked.map((q) => new URLSearchParams({ q }).toString().slice('q='.length).toLowerCase())
  const values = [siteId, id, externalId, id, written.map(within)]
  const [counts] = await db.query<ErasurePreview['counts']>(COUNTS, values)
  return counts ?? { comments: 0, earlierTexts: 0, appeals: 0, reportsMade: 0, notes: 0, views: 0 }
}

const within = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
