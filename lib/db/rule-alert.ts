import type { StoppedRule } from '../contracts/alert'
import type { Db } from './connection'

/** A rule that was stopped: the share of it that was seen otherwise, and the share that may be. */
interface RuleAlert {
  alertId: string
  ruleId: string
  value: number
  line: number
  at: Date
}

/** Raises an alert about a rule, with the mail about it to those whom the site tells of alerts, in one statement. */
export async function raiseRuleAlert(db: Db, siteId: string, { alertId, ruleId, value, line, at }: RuleAlert): Promise<void> {
  await db.query(
    `WITH raised AS (
       INSERT INTO alert (site_id, id, rule_id, measure, value, line, raised_at) VALUES ($1, $2, $3, 'rule', $4, $5, $6) RETURNING site_id, id
     )
     INSERT INTO alert_mail (site_id, alert_id, address, next_attempt_at)
     SELECT DISTINCT raised.site_id, raised.id, address, $6::timestamptz FROM raised JOIN site ON site.id = raised.site_id
     CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(site.alert_lines -> 'mailTo', '[]')) AS a (address)`,
    [siteId, alertId, ruleId, value, line, at],
  )
}

/** Ends the alert about a rule. */
export async function clearRuleAlert(db: Db, siteId: string, ruleId: string, at: Date): Promise<void> {
  await db.query('UPDATE alert SET cleared_at = $3 WHERE site_id = $1 AND rule_id = $2 AND cleared_at IS NULL', [siteId, ruleId, at])
}

/** The rules of a site that were stopped, the latest first. */
export async function listStoppedRules(db: Db, siteId: string): Promise<StoppedRule[]> {
  const rows = await db.query<{ id: string; name: string; stopped: Omit<StoppedRule, 'id' | 'name'> }>(
    `SELECT id, name, stopped FROM rule WHERE site_id = $1 AND stopped IS NOT NULL ORDER BY stopped ->> 'at' DESC, id`,
    [siteId],
    'rules-stopped',
  )
  return rows.map(({ id, name, stopped }) => ({ id, name, ...stopped }))
}
