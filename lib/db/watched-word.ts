import type { UncivilKind } from '../domain/comment'
import type { Db } from './connection'

export interface WatchedWordRow {
  id: string
  term: string
  kind: UncivilKind | null
  isHeld: boolean
  createdAt: Date
}

const COLUMNS = 'id, term, kind, is_held AS "isHeld", created_at AS "createdAt"'

/** A site's watched words by term. */
export async function listWatchedWordRows(db: Db, siteId: string): Promise<WatchedWordRow[]> {
  return db.query<WatchedWordRow>(
    `SELECT ${COLUMNS} FROM watched_word WHERE site_id = $1 ORDER BY lower(term), id`,
    [siteId],
    'list_watched_words',
  )
}

/** Null when the site watches this very term already. */
export async function insertWatchedWord(db: Db, siteId: string, word: WatchedWordRow): Promise<WatchedWordRow | null> {
  const rows = await db.query<WatchedWordRow>(
    `INSERT INTO watched_word (site_id, id, term, kind, is_held, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (site_id, term) DO NOTHING RETURNING ${COLUMNS}`,
    [siteId, word.id, word.term, word.kind, word.isHeld, word.createdAt],
  )
  return rows[0] ?? null
}

/** Adds many at once; terms that the site watches already stay as they are. */
export async function insertWatchedWords(db: Db, siteId: string, words: WatchedWordRow[]): Promise<void> {
  await db.query(
    `INSERT INTO watched_word (site_id, id, term, kind, is_held, created_at)
     SELECT $1, w.* FROM unnest($2::uuid[], $3::text[], $4::uncivil_kind[], $5::boolean[], $6::timestamptz[]) AS w
     ON CONFLICT (site_id, term) DO NOTHING`,
    [
      siteId,
      words.map((word) => word.id),
      words.map((word) => word.term),
      words.map((word) => word.kind),
      words.map((word) => word.isHeld),
      words.map((word) => word.createdAt),
    ],
  )
}

/** False when there was none. */
export async function deleteWatchedWord(db: Db, siteId: string, id: string): Promise<boolean> {
  const rows = await db.query('DELETE FROM watched_word WHERE site_id = $1 AND id = $2 RETURNING id', [siteId, id])
  return rows.length === 1
}
