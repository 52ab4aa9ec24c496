import type { Db } from './connection'
import { like } from './queue/comment-filter'

/** Shorter texts have no trigram within a word, only at its beginning. */
const LEAST_WITHIN = 3
/** Namesakes are one name; of what very many are called, so many are looked at. */
const MOST_READ = 200

const NAMES = `
  SELECT DISTINCT name FROM (SELECT name FROM commenter WHERE site_id = $1 AND (name ILIKE $2 OR name ILIKE $3) LIMIT ${MOST_READ}) found
  ORDER BY name LIMIT $4`

/** Names of commenters that have the text in them, or a word that begins with it if it is short, each once. */
export async function listCommenterNames(db: Db, siteId: string, text: string, limit: number): Promise<string[]> {
  const within = like(text)
  const patterns = text.length < LEAST_WITHIN ? [within.slice(1), `% ${within.slice(1)}`] : [within, within]
  const rows = await db.query<{ name: string }>(NAMES, [siteId, ...patterns, limit], 'commenter-names')
  return rows.map(({ name }) => name)
}
