import type { Db } from '../../db/connection'
import { numberFeed } from '../../db/decision/feed'
import { followDecisions, lockWatch, putWatch } from '../../db/rule-deed'

/** Decisions of one transaction. */
const PAGE = 1000

/**
 * Notes what people have made of what rules did, by the decisions that the site's feed has gained, and how far it has come in the same
 * transaction: whoever dies over it has done nothing, and whoever begins again writes the same.
 *
 * @returns whether there is more
 */
export async function followRules(db: Db, siteId: string): Promise<boolean> {
  await numberFeed(db, siteId)
  return db.transaction(async (inner) => {
    const after = await lockWatch(inner, siteId)
    if (after === null) return false
    const page = await followDecisions(inner, siteId, after, PAGE)
    if (page === null) return false
    await putWatch(inner, siteId, page.position)
    return page.hasMore
  })
}
