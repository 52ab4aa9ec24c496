import { recordAudit } from '../../db/audit'
import type { Db } from '../../db/connection'
import type { AuditAct } from '../../domain/audit'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'

/** Notes in the log of changes what the actor did to what. Call it in the transaction of the change. */
export async function noteChange(ctx: Context, db: Db, act: AuditAct, subject: { id: string; name: string }): Promise<void> {
  const { siteId } = ctx.actor
  await recordAudit(db, { siteId, actor: describeActor(ctx.actor), act, subjectId: subject.id, subjectName: subject.name, at: ctx.now() })
}
