import type { RuleResource } from '../../contracts/rule'
import { listRuleRows, type RuleRow } from '../../db/rule'
import { authorize } from '../../domain/actor'
import { estimateFrom } from '../../domain/agreement'
import type { Context } from '../context'

/** The rules of the actor's newsroom, in the order in which they are asked. @throws DomainError forbidden */
export async function listRules(ctx: Context): Promise<RuleResource[]> {
  authorize(ctx.actor, 'configure')
  return (await listRuleRows(ctx.db, ctx.actor.siteId)).map(toRuleResource)
}

/** A rule as the API shows it. */
export function toRuleResource({ triedCondition, triedAt, triedSame, triedOtherwise, ...row }: RuleRow): RuleResource {
  const { id, name, condition, outcome, reason, isOn, mostOtherwise, stopped } = row
  const isTried = triedCondition === condition
  const foretold = isTried ? estimateFrom(triedOtherwise ?? 0, (triedSame ?? 0) + (triedOtherwise ?? 0)) : null
  const tried = { triedAt: isTried ? (triedAt?.toISOString() ?? null) : null, foretold }
  return { id, name, condition, outcome, reason, isOn, ...tried, mostOtherwise, stopped }
}
