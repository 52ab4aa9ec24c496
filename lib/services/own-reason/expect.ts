import { listOwnReasonRows } from '../../db/own-reason'
import { isKnownReason } from '../../domain/comment'
import type { DecisionAct } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/** Whether an act names a reason of the newsroom's own: then it has to be looked up. */
export const namesOwnReason = (act: DecisionAct): boolean => act.kind === 'reject' && !isKnownReason(act.reason)

/** Holds decisions to the reasons that can be chosen; asks nothing where none of the newsroom's own is named. @throws DomainError not_allowed */
export async function expectReasons(ctx: Context, acts: readonly DecisionAct[]): Promise<void> {
  const named = acts.filter(namesOwnReason)
  if (named.length === 0) return
  const rows = await listOwnReasonRows(ctx.db, ctx.actor.siteId)
  const inUse = new Set(rows.filter(({ retiredAt }) => retiredAt === null).map(({ label }) => label))
  for (const act of named) {
    if (act.kind === 'reject' && !inUse.has(act.reason))
      throw new DomainError('not_allowed', `“${act.reason}” is not, or no longer, a reason here. Choose another.`)
  }
}
