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
    (SELECT count(*) FROM rule WHERE site_id = $1 AND lower(condition) LIKE ANY($4::text[])) AS rules,
    (SELECT count(*) FROM saved_view WHERE site_id = $1 AND (position($5 IN address) > 0 OR lower(address) LIKE ANY($6::text[]))) AS views`

/** How much erasing somebody would erase, and in how many of the newsroom's own settings their name stands, which it would not. */
export async function countErasable(db: Db, siteId: string, { id, externalId, name }: KnownPerson): Promise<ErasurePreview['counts']> {
  const asked = [`author:${name}`, `author:"${name}"`].map((term) => term.toLowerCase())
  const written = asked.map((term) => new URLSearchParams({ q: term }).toString().slice(2).toLowerCase())
  const values = [siteId, id, externalId, asked.map(within), id, written.map(within)]
  const [counts] = await db.query<ErasurePreview['counts']>(COUNTS, values)
  return counts ?? { comments: 0, earlierTexts: 0, appeals: 0, reportsMade: 0, notes: 0, rules: 0, views: 0 }
}

const within = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
