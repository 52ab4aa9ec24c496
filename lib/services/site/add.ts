import { uuidv7 } from 'uuidv7'
import type { SiteInput } from '../../contracts/site'
import type { Db } from '../../db/connection'
import { insertSite, type SiteRow } from '../../db/site'
import { insertWatchedWords } from '../../db/score/watched-word'
import { DEFAULT_WATCHED_WORDS } from '../../domain/default-watched-words'
import { DomainError } from '../../domain/errors'
import { makeSlug, numberSlug } from './slug'

const MAX_SAME_NAMES = 50

/**
 * Adds a site under the first free slug, with the word list that sites begin with. Callers have authorised and opened a
 * transaction.
 *
 * @throws DomainError conflict after 50 of one name
 */
export async function addSite(db: Db, { name, slug = makeSlug(name) }: SiteInput, now: Date): Promise<SiteRow> {
  for (let number = 1; number <= MAX_SAME_NAMES; number++) {
    const row = await insertSite(db, { id: uuidv7(), slug: numberSlug(slug, number), name: name.trim(), createdAt: now })
    if (row === null) continue
    await insertWatchedWords(db, row.id, makeFirstWords(now))
    return row
  }
  throw new DomainError('conflict', 'Too many sites have this name. Choose another.')
}

const makeFirstWords = (now: Date) => DEFAULT_WATCHED_WORDS.map((word) => ({ ...word, id: uuidv7(), createdAt: now }))
