import { recordAudit } from '../../db/audit'
import type { Db } from '../../db/connection'
import type { UserRow } from '../../db/user'
import type { AuditAct } from '../../domain/audit'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'

/** Notes who changed whom, in the transaction of the change. */
export async function noteUserChange(
  ctx: Context,
  db: Db,
  act: Extract<AuditAct, `user.${string}`>,
  { id, name }: Pick<UserRow, 'id' | 'name'>,
): Promise<void> {
  const actor = describeActor(ctx.actor)
  await recordAudit(db, { siteId: ctx.actor.siteId, actor, act, subjectId: id, subjectName: name, at: ctx.now() })
}
