import { recordAudit } from '../../db/audit'
import type { Db } from '../../db/connection'
import type { AuditAct } from '../../domain/audit'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'

/** Notes who changed which watched word, in the transaction of the change. */
export async function noteWordChange(
  ctx: Context,
  db: Db,
  act: Extract<AuditAct, `watched_word.${string}`>,
  { id, term }: { id: string; term: string },
): Promise<void> {
  const actor = describeActor(ctx.actor)
  await recordAudit(db, { siteId: ctx.actor.siteId, actor, act, subjectId: id, subjectName: term, at: ctx.now() })
}
