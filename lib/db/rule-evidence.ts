import { isOtherwise, type RuleMade } from '../domain/rules/deed'
import type { RuleOutcome } from '../domain/rules/rule'
import type { Evidence } from '../domain/rules/stop'
import type { Db } from './connection'

/** Whose evidence: of the time of being on that it has now. */
interface Judged {
  id: string
  run: number
  outcome: RuleOutcome
  /** How often it may be seen otherwise, above 0. */
  mostOtherwise: number
}

const MADE: readonly RuleMade[] = ['kept', 'marked', 'rejected', 'undone']
// As the index says it, or it would not be used.
const OF_RUN = `site_id = $1 AND rule_id = $2 AND run = $3 AND outcome IN ('publish', 'reject')`

/**
 * How much of what a rule decided alone people saw otherwise, by decisions until a moment. Of what it decided no more is counted than what
 * was seen otherwise can speak against (in the order of the index, or the table might be read for it): beyond that, it is right often enough,
 * and a rule may have decided millions.
 */
export async function weighDecided(db: Db, siteId: string, { id, run, outcome, mostOtherwise }: Judged, until: Date): Promise<Evidence> {
  const otherwise = MADE.filter((made) => isOtherwise(outcome, made))
  const [seen] = await db.query<{ wrong: number }>(
    `SELECT count(*) AS wrong FROM rule_deed WHERE ${OF_RUN} AND made = ANY($4::text[]::rule_made[]) AND made_at <= $5`,
    [siteId, id, run, otherwise, until],
    'rule-wrong',
  )
  const wrong = seen?.wrong ?? 0
  const [all] = await db.query<{ of: number }>(
    `SELECT count(*) AS of FROM (SELECT FROM rule_deed WHERE ${OF_RUN} ORDER BY made LIMIT $4) d`,
    [siteId, id, run, Math.ceil(wrong / mostOtherwise) + 1],
    'rule-decided',
  )
  return { wrong, of: all?.of ?? 0 }
}

/** How many random checks of a rule that were answered until a moment came out otherwise; those that could not tell are left out. */
export async function weighChecks(db: Db, siteId: string, { id, run }: Judged, until: Date): Promise<Evidence> {
  const [row] = await db.query<Evidence>(
    `SELECT count(*) FILTER (WHERE second <> verdict) AS wrong, count(*) AS of FROM second_look
     WHERE site_id = $1 AND rule_id = $2 AND run = $3 AND answered_at <= $4 AND second <> 'unsure'`,
    [siteId, id, run, until],
    'rule-checked',
  )
  return row ?? { wrong: 0, of: 0 }
}
