import { recordAudit } from '../../db/audit'
import type { Db } from '../../db/connection'
import type { OwnReasonRow } from '../../db/own-reason'
import type { AuditAct } from '../../domain/audit'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'

/** Notes who changed which reason, in the transaction of the change. */
export async function noteReasonChange(
  ctx: Context,
  db: Db,
  act: Extract<AuditAct, `reason.${string}`>,
  { id, label }: OwnReasonRow,
): Promise<void> {
  const actor = describeActor(ctx.actor)
  await recordAudit(db, { siteId: ctx.actor.siteId, actor, act, subjectId: id, subjectName: label, at: ctx.now() })
}
