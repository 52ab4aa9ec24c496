import { parseId } from '../../contracts/id'
import { deleteRule, lockRules } from '../../db/rule'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'

/** Removes a rule. What it held or rejected stays as it is. @throws DomainError forbidden, not_found */
export async function removeRule(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'configure')
  const ruleId = parseId(id, 'rule')
  await ctx.db.transaction(async (db) => {
    const row = (await lockRules(db, ctx.actor.siteId)).find((one) => one.id === ruleId)
    if (!row) throw new DomainError('not_found', 'There is no such rule.')
    await deleteRule(db, ctx.actor.siteId, row.id)
    await noteChange(ctx, db, 'rule.remove', row)
  })
}
