import { revokeSession } from '../../db/session'
import type { Context } from '../context'
import { forgetSessions } from './find-actor'

/** Signs out: the session is refused from now on, wherever its cookie is. Whoever holds the session's token may call it. */
export async function closeSession(ctx: Pick<Context, 'db' | 'now'>, sessionId: string): Promise<void> {
  await revokeSession(ctx.db, sessionId, ctx.now())
  forgetSessions()
}
