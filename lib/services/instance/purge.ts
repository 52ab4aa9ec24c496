import { purgeMails } from '../../db/alert-mail'
import type { Db } from '../../db/connection'
import { purgeDrafts } from '../../db/decision/batch-draft'
import { purgeKeys } from '../../db/idempotency-key'
import { purgeRehearsals } from '../../db/import-run'
import { purgeLooks } from '../../db/second-look/look'
import { purgeSessions } from '../../db/session'
import { purgeDeliveries } from '../../db/webhook-delivery'

const DAY_MS = 86_400_000
/** Rows of one statement: it holds their locks no longer than a moment. */
const LOT = 1000

interface Kept {
  /** How long after it has ended. */
  days: number
  lot?: number
  purge: (db: Db, before: Date, limit: number) => Promise<number>
}

/**
 * How long what has done its work is kept, on all sites. What is not named here stays: comments, decisions, their feed, the log of changes, and what
 * was imported (docs/operating.md says so too).
 */
export const KEPT = {
  /** So long one can still see why something did not arrive, and have it sent again. */
  webhookDeliveries: { days: 30, purge: purgeDeliveries },
  alertMails: { days: 30, purge: purgeMails },
  sessions: { days: 30, purge: purgeSessions },
  rehearsedImports: { days: 30, purge: purgeRehearsals },
  /** Those that nobody answered: how far people agree is asked for a year back at most, and tells how many waited in vain. */
  secondLooks: { days: 366, purge: purgeLooks },
  /** One of them may be about thousands of comments. */
  batchDrafts: { days: 7, lot: 5, purge: purgeDrafts },
  idempotencyKeys: { days: 1, purge: purgeKeys },
} satisfies Record<string, Kept>

/** Forgets what has been kept for as long as it is to be; returns how many rows. */
export async function purgeOld(db: Db, { days, purge, lot = LOT }: Kept, now: Date): Promise<number> {
  const before = new Date(now.getTime() - days * DAY_MS)
  let total = 0
  for (let purged = lot; purged === lot; total += purged) purged = await purge(db, before, lot)
  return total
}
