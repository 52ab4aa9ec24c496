import type { RuleResource } from '../../contracts/rule'
import { listRuleRows, type RuleRow } from '../../db/rule'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** The rules of the actor's newsroom, in the order in which they are asked. @throws DomainError forbidden */
export async function listRules(ctx: Context): Promise<RuleResource[]> {
  authorize(ctx.actor, 'configure')
  return (await listRuleRows(ctx.db, ctx.actor.siteId)).map(toRuleResource)
}

/** A rule as the API shows it. */
export function toRuleResource({ id, name, condition, outcome, reason, isOn, triedCondition, triedAt }: RuleRow): RuleResource {
  const isTried = triedCondition === condition
  return { id, name, condition, outcome, reason, isOn, triedAt: isTried ? (triedAt?.toISOString() ?? null) : null }
}
