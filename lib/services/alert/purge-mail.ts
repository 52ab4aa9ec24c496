import { purgeMails } from '../../db/alert-mail'
import type { Db } from '../../db/connection'

/** So long one can still see why a mail did not arrive. */
const KEPT_DAYS = 30
const DAY_MS = 86_400_000
/** Rows of one statement: it holds their locks no longer than a moment. */
const LOT = 2000

/** Forgets mail about alerts that has been settled for long, or given up by nobody coming back to it; returns how many, on all sites. */
export async function purgeOldMails(db: Db, now: Date, lot = LOT): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS)
  let total = 0
  for (let purged = lot; purged === lot; total += purged) purged = await purgeMails(db, before, lot)
  return total
}
