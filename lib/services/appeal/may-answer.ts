import type { AppealCase } from '../../contracts/appeal'
import type { StoredCase } from '../../db/appeal/appeal-case'
import { listUserRows } from '../../db/user'
import { can, canRole } from '../../domain/actor'
import { isOwnDecision } from '../../domain/appeals'
import type { Context } from '../context'

/**
 * Who may answer these appeals: everybody who decides, except the person whose decision it is, as long as somebody else could. In a
 * newsroom of one, that person answers.
 */
export async function judgeAnswerer(
  ctx: Context,
  appeals: readonly Pick<StoredCase, 'decision'>[],
): Promise<(appeal: Pick<StoredCase, 'decision'>) => AppealCase['mayAnswer']> {
  if (!can(ctx.actor, 'decide')) return () => 'no'
  const isOwn = ({ decision }: Pick<StoredCase, 'decision'>) =>
    isOwnDecision(ctx.actor, { actorKind: decision.actorKind, actorId: decision.byId })
  const isAlone = appeals.some(isOwn) && !(await hasColleague(ctx))
  return (appeal) => (isOwn(appeal) && !isAlone ? 'own' : 'yes')
}

/** Whether anybody else can sign in who decides. */
async function hasColleague(ctx: Context): Promise<boolean> {
  const users = await listUserRows(ctx.db)
  const own = 'id' in ctx.actor ? ctx.actor.id : null
  return users.some(({ id, role, disabledAt }) => id !== own && disabledAt === null && canRole(role, 'decide'))
}
