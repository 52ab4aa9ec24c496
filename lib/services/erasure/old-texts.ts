import { SitePolicy } from '../../contracts/policy'
import { lockIndexing } from '../../db/comment/comment-document'
import { lockStandings } from '../../db/comment/comment-stored'
import type { Db } from '../../db/connection'
import { eraseTexts } from '../../db/erasure/erase-texts'
import { listOldTexts, type OldText } from '../../db/erasure/old-texts'
import { lockDiscussions } from '../../db/erasure/person'
import { listSiteRows } from '../../db/site'

const DAY_MS = 86_400_000
/** Comments of one transaction. */
const LOT = 200

/**
 * Erases the texts of comments that were deleted at their source, or rejected, longer ago than their site keeps such texts. What became
 * of them stays, and whose they were; a newer revision of the source brings a deleted one back with its text, as before.
 *
 * @returns how many, on all sites
 */
export async function eraseOldTexts(db: Db, now: Date, lot = LOT): Promise<number> {
  let total = 0
  for (const { id: siteId, policy } of await listSiteRows(db)) {
    const { removedTextDays, rejectedTextDays } = SitePolicy.parse(policy)
    const due: [OldText, number | null][] = [
      ['removed', removedTextDays],
      ['rejected', rejectedTextDays],
    ]
    for (const [why, days] of due) {
      if (days === null) continue
      const before = new Date(now.getTime() - days * DAY_MS)
      for (let erased = lot; erased === lot; total += erased) erased = await eraseLot(db, { siteId, why, before, now, lot })
    }
  }
  return total
}

interface Due {
  siteId: string
  why: OldText
  before: Date
  now: Date
  lot: number
}

async function eraseLot(db: Db, { siteId, why, before, now, lot }: Due): Promise<number> {
  return db.transaction(async (inner) => {
    const found = await listOldTexts(inner, siteId, why, { before, limit: lot })
    if (found.length === 0) return 0
    const ids = found.map(({ id }) => id)
    await lockIndexing(inner)
    await lockDiscussions(inner, siteId, [...new Set(found.map(({ articleId }) => articleId))])
    await lockStandings(inner, siteId, ids)
    // Somebody may have brought one back, or decided otherwise, before the locks were ours.
    const due = await listOldTexts(inner, siteId, why, { before, among: ids, limit: lot })
    if (due.length > 0) {
      await eraseTexts(
        inner,
        siteId,
        due.map(({ id }) => id),
        now,
      )
    }
    return due.length
  })
}
