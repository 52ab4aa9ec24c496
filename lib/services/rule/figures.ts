import type { RuleFigures, RuleSpans } from '../../contracts/rule'
import { listRuleRows } from '../../db/rule'
import { countDeeds, type DeedCount } from '../../db/rule-deed'
import { countChecks } from '../../db/second-look/rule-check'
import { authorize } from '../../domain/actor'
import { estimateFrom } from '../../domain/agreement'
import { isOtherwise, RULE_DID } from '../../domain/rules/deed'
import type { Context } from '../context'
import { followRules } from './follow'

const DAY_MS = 86_400_000

/**
 * What each of the newsroom's rules did today (in UTC) and in the last 7 and 30 days, and what people have made of that by now. An edit
 * is another text: what a rule did with the one before it stays what people made of that.
 *
 * @throws DomainError forbidden
 */
export async function readRuleFigures(ctx: Context): Promise<RuleFigures[]> {
  authorize(ctx.actor, 'configure')
  const { siteId } = ctx.actor
  // The job may be seconds behind.
  while (await followRules(ctx.db, siteId));
  const now = ctx.now().getTime()
  const since = { today: new Date(now - (now % DAY_MS)), week: new Date(now - 7 * DAY_MS), month: new Date(now - 30 * DAY_MS) }
  const [rules, counts] = await Promise.all([listRuleRows(ctx.db, siteId), countDeeds(ctx.db, siteId, since)])
  return Promise.all(
    rules.map(async ({ id, run }) => {
      const { wrong, of, unsure, waiting } = await countChecks(ctx.db, siteId, id, run, ctx.now())
      const own = counts.filter(({ ruleId }) => ruleId === id)
      return { ...toFigures(id, own), checks: { wrong, of, unsure, waiting, share: estimateFrom(wrong, of) } }
    }),
  )
}

function toFigures(id: string, counts: readonly DeedCount[]): Omit<RuleFigures, 'checks'> {
  const seen = (otherwise: boolean) => counts.filter(({ outcome, made }) => made !== null && isOtherwise(outcome, made) === otherwise)
  const [same, otherwise] = [addUp(seen(false)), addUp(seen(true))]
  return {
    id,
    did: RULE_DID.map((outcome) => ({ outcome, ...addUp(counts.filter((count) => count.outcome === outcome)) })),
    same,
    otherwise,
    unseen: addUp(counts.filter(({ outcome, made }) => made === null && outcome !== 'passed_over')),
    share: estimateFrom(otherwise.month, same.month + otherwise.month),
  }
}

const addUp = (counts: readonly RuleSpans[]): RuleSpans => {
  const sum = (pick: (spans: RuleSpans) => number) => counts.reduce((total, one) => total + pick(one), 0)
  return { today: sum(({ today }) => today), week: sum(({ week }) => week), month: sum(({ month }) => month) }
}
