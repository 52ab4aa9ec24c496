import { StateSnapshot } from '../../contracts/decision'
import type { Db } from '../../db/connection'
import { numberFeed } from '../../db/decision/feed'
import { addLooks, countLooks, listDrawn, lockLookSetting, putLookSetting, type DrawnDecision } from '../../db/second-look/draw'
import { LOOK_DAYS, MOST_OF_BATCH, MOST_WAITING, SLIP_MINUTES, verdictOf } from '../../domain/second-look'

const PAGE = 1000
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * Draws looks from the decisions of a site that its feed has gained, long after their own transactions, and notes how far it has come in
 * the transaction of the looks: a job that dies and begins again draws the same ones, none twice.
 *
 * @returns whether there may be more
 */
export async function drawLooks(db: Db, siteId: string, now: Date): Promise<boolean> {
  await numberFeed(db, siteId)
  return db.transaction(async (inner) => {
    const setting = await lockLookSetting(inner, siteId)
    if (setting === null || setting.share === 0) return false
    const until = new Date(now.getTime() - SLIP_MINUTES * MINUTE_MS)
    const { position, drawn } = await listDrawn(inner, siteId, {
      ...{ after: setting.position, limit: PAGE, until },
      ...{ share: setting.share, slipMinutes: SLIP_MINUTES },
    })
    if (position === null) return false
    const kept = drawn.length === 0 ? [] : await keepSome(inner, siteId, drawn, now)
    const looks = kept.map(({ after, ...decision }) => ({ ...decision, verdict: verdictOf(StateSnapshot.parse(after)) }))
    if (looks.length > 0) await addLooks(inner, siteId, looks, new Date(now.getTime() + LOOK_DAYS * DAY_MS))
    await putLookSetting(inner, siteId, { ...setting, position })
    return true
  })
}

/** No more of one batch than a few, and no more in all than can wait. */
async function keepSome(db: Db, siteId: string, drawn: readonly DrawnDecision[], now: Date): Promise<DrawnDecision[]> {
  const batchIds = [...new Set(drawn.flatMap(({ batchId }) => batchId ?? []))]
  const { waiting, ofBatch } = await countLooks(db, siteId, batchIds, now)
  const kept = drawn.filter(({ batchId }) => {
    if (batchId === null) return true
    const before = ofBatch.get(batchId) ?? 0
    ofBatch.set(batchId, before + 1)
    return before < MOST_OF_BATCH
  })
  return kept.slice(0, Math.max(0, MOST_WAITING - waiting))
}
