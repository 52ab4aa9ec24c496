import type { UncivilKind } from '../../domain/comment'
import type { Db } from '../connection'

export interface WatchedWordRow {
  id: string
  term: string
  kind: UncivilKind | null
  isHeld: boolean
  createdAt: Date
}

const COLUMNS = { id: true, term: true, kind: true, isHeld: true, createdAt: true } as const

/** A site's watched words by term. On the path of every ingest, and therefore plain SQL. */
export async function listWatchedWordRows(db: Db, siteId: string): Promise<WatchedWordRow[]> {
  return db.query<WatchedWordRow>(
    `SELECT id, term, kind, is_held AS "isHeld", created_at AS "createdAt" FROM watched_word WHERE site_id = $1 ORDER BY lower(term), id`,
    [siteId],
    'list_watched_words',
  )
}

/** Null when the site watches this very term already. */
export async function insertWatchedWord(db: Db, siteId: string, word: WatchedWordRow): Promise<WatchedWordRow | null> {
  const [row] = await db.prisma.watchedWord.createManyAndReturn({ data: [{ ...word, siteId }], skipDuplicates: true, select: COLUMNS })
  return row ?? null
}

/** Adds many at once; terms that the site watches already stay as they are. */
export async function insertWatchedWords(db: Db, siteId: string, words: WatchedWordRow[]): Promise<void> {
  await db.prisma.watchedWord.createMany({ data: words.map((word) => ({ ...word, siteId })), skipDuplicates: true })
}

/** The term of the word that went; null when there was none. */
export async function deleteWatchedWord(db: Db, siteId: string, id: string): Promise<string | null> {
  const [row] = await db.query<{ term: string }>('DELETE FROM watched_word WHERE site_id = $1 AND id = $2 RETURNING term', [siteId, id])
  return row?.term ?? null
}
