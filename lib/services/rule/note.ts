import { recordAudit } from '../../db/audit'
import type { Db } from '../../db/connection'
import type { RuleRow } from '../../db/rule'
import type { AuditAct } from '../../domain/audit'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'

/** Notes who changed which rule, in the transaction of the change. */
export async function noteRuleChange(
  ctx: Context,
  db: Db,
  act: Extract<AuditAct, `rule.${string}`>,
  { id, name }: Pick<RuleRow, 'id' | 'name'>,
): Promise<void> {
  const actor = describeActor(ctx.actor)
  await recordAudit(db, { siteId: ctx.actor.siteId, actor, act, subjectId: id, subjectName: name, at: ctx.now() })
}
