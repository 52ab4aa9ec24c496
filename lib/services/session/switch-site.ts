import { parseInput } from '../../contracts/parse'
import { SessionSiteInput } from '../../contracts/site'
import { setSessionSite } from '../../db/session'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { forgetSessions } from './find-actor'

/** Shows another site in this browser. @throws DomainError forbidden for keys, invalid_input, not_found */
export async function switchSite(ctx: Context, input: SessionSiteInput): Promise<void> {
  authorize(ctx.actor, 'read')
  if (ctx.actor.kind !== 'user') throw new DomainError('forbidden', 'Only a signed-in person has a site to switch.')
  const { siteId } = parseInput(SessionSiteInput, input)
  if (!(await setSessionSite(ctx.db, ctx.actor.sessionId, siteId))) throw new DomainError('not_found', 'There is no such site.')
  forgetSessions()
}
