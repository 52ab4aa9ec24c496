import type { Db } from '../../db/connection'
import { purgeSimilarities } from '../../db/comment/similarity'
import { listSiteRows } from '../../db/site'
import { WAVE_DAYS, WAVE_KEPT_DAYS } from '../../domain/waves'

const DAY_MS = 86_400_000
/** Rows of one statement: it holds their locks no longer than a moment. */
const LOT = 2000

/** Forgets what texts are like that no new one is compared with any more; returns how many, on all sites. */
export async function purgeOldLikenesses(db: Db, now: Date, lot = LOT): Promise<number> {
  const since = new Date(now.getTime() - WAVE_DAYS * DAY_MS)
  const wavesSince = new Date(now.getTime() - WAVE_KEPT_DAYS * DAY_MS)
  let total = 0
  for (const { id: siteId } of await listSiteRows(db)) {
    for (let purged = lot; purged === lot; total += purged) purged = await purgeSimilarities(db, siteId, { since, wavesSince, limit: lot })
  }
  return total
}
