import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../db/audit'
import type { Db } from '../../db/connection'
import { listRuleRows, lockRules, putRules, UNTRIED, type RuleRow } from '../../db/rule'
import { raiseRuleAlert } from '../../db/rule-alert'
import { weighChecks, weighDecided } from '../../db/rule-evidence'
import { isAutomatic } from '../../domain/rules/rule'
import { judgeRule, type Stop } from '../../domain/rules/stop'
import { SLIP_MINUTES } from '../../domain/second-look'

const MINUTE_MS = 60_000

/** How it stands in the log of changes who stopped a rule. */
const WATCH = { kind: 'system', id: null, name: 'Parley' } as const

/**
 * Stops the rules of a site of which the evidence of this time of being on says that they are wrong more often than they may be: what
 * they fit waits for a person from then on. What they decided stays. To turn one on again asks for a new trial. What people did in the last
 * minutes is left for the next time: a slip of the hand, or a batch that was one, is taken back by then.
 *
 * @returns how many were stopped
 */
export async function stopRules(db: Db, siteId: string, now: Date): Promise<number> {
  const until = new Date(now.getTime() - SLIP_MINUTES * MINUTE_MS)
  let stopped = 0
  for (const rule of (await listRuleRows(db, siteId)).filter(decides)) {
    const [checks, decisions] = await Promise.all([weighChecks(db, siteId, rule, until), weighDecided(db, siteId, rule, until)])
    const stop = judgeRule({ checks, decisions }, rule.mostOtherwise)
    if (stop !== null && (await stopRule(db, siteId, rule, stop, now))) stopped += 1
  }
  return stopped
}

const decides = ({ isOn, outcome, stopped }: RuleRow) => isOn && isAutomatic(outcome) && stopped === null

/** With its alert and its line in the log of changes; false when somebody has stopped, changed or turned it off meanwhile. */
async function stopRule(db: Db, siteId: string, judged: RuleRow, stop: Stop, now: Date): Promise<boolean> {
  return db.transaction(async (inner) => {
    const row = (await lockRules(inner, siteId)).find(({ id }) => id === judged.id)
    if (!row || !decides(row) || row.run !== judged.run || row.mostOtherwise !== judged.mostOtherwise) return false
    await putRules(inner, siteId, [{ ...row, ...UNTRIED, stopped: { ...stop, at: now.toISOString() } }])
    const value = stop.wrong / stop.of
    await raiseRuleAlert(inner, siteId, { alertId: uuidv7(), ruleId: row.id, value, line: stop.limit, at: now })
    const subject = { subjectId: row.id, subjectName: row.name, detail: stop }
    await recordAudit(inner, { siteId, actor: WATCH, act: 'rule.stop', ...subject, at: now })
    return true
  })
}
