import type { Db } from '../../db/connection'
import { addChecks, countWaitingChecks, listDrawnDeeds, lockCheckSetting, putCheckSetting } from '../../db/second-look/rule-check'
import { LOOK_DAYS, MOST_CHECKS_OF_RULE, SLIP_MINUTES, VERDICT_OF_RULE } from '../../domain/second-look'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** As much as one transaction looks at. */
const SPAN_MS = 6 * 60 * MINUTE_MS

/**
 * Draws from what rules decided alone, with the same chance for each, and puts it among the second looks: nobody who answers can tell that
 * there was no colleague. What is decided meanwhile withdraws none, or those would be lost of which something was wrong. How far it has
 * come is kept in the transaction of the looks. The last minutes are left for the next time: what is being written has its moment already.
 *
 * @returns whether there may be more
 */
export async function drawChecks(db: Db, siteId: string, now: Date): Promise<boolean> {
  return db.transaction(async (inner) => {
    const setting = await lockCheckSetting(inner, siteId)
    if (setting === null) return false
    const until = now.getTime() - SLIP_MINUTES * MINUTE_MS
    const from = Math.max(setting.checkedTo.getTime(), until - LOOK_DAYS * DAY_MS)
    const to = Math.min(until, from + SPAN_MS)
    if (to <= from) return false
    const drawn = setting.share === 0 ? [] : await listDrawnDeeds(inner, siteId, new Date(from), new Date(to), setting.share)
    if (drawn.length > 0) {
      const waiting = await countWaitingChecks(inner, siteId, now)
      const kept = drawn.filter(({ ruleId }) => {
        const before = waiting.get(ruleId) ?? 0
        waiting.set(ruleId, before + 1)
        return before < MOST_CHECKS_OF_RULE
      })
      const checks = kept.map((deed) => ({ ...deed, verdict: VERDICT_OF_RULE[deed.outcome] }))
      await addChecks(inner, siteId, checks, new Date(now.getTime() + LOOK_DAYS * DAY_MS))
    }
    await putCheckSetting(inner, siteId, { ...setting, checkedTo: new Date(to) })
    return to < until
  })
}
