import type { HelpCall } from '../../contracts/alert'
import { listHelpCallRows } from '../../db/article/help-call'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

const LISTED = 100

/** Calls for moderators that nobody has ended, also those under which nothing waits. @throws DomainError forbidden */
export async function listHelpCalls(ctx: Context): Promise<HelpCall[]> {
  authorize(ctx.actor, 'read')
  return listHelpCallRows(ctx.db, ctx.actor.siteId, LISTED)
}
