import { uuidv7 } from 'uuidv7'
import type { SiteInput } from '../../contracts/site'
import type { Db } from '../../db/connection'
import { insertSite, type SiteRow } from '../../db/site'
import { DomainError } from '../../domain/errors'
import { makeSlug, numberSlug } from './slug'

const MAX_SAME_NAMES = 50

/** Adds a site under the first free slug. Callers have authorised. @throws DomainError conflict after 50 of one name */
export async function addSite(db: Db, { name, slug = makeSlug(name) }: SiteInput, now: Date): Promise<SiteRow> {
  for (let number = 1; number <= MAX_SAME_NAMES; number++) {
    const row = await insertSite(db, { id: uuidv7(), slug: numberSlug(slug, number), name: name.trim(), createdAt: now })
    if (row) return row
  }
  throw new DomainError('conflict', 'Too many sites have this name. Choose another.')
}
