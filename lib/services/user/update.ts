import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { UserPatch, type UserResource } from '../../contracts/settings'
import type { Db } from '../../db/connection'
import { handToLeads } from '../../db/queue/teamwork'
import { revokeSessionsOf } from '../../db/session'
import { countOtherAdmins, findUser, lockUsers, updateUserRow, type UserRow } from '../../db/user'
import { authorize, canRole } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { forgetSessions } from '../session/find-actor'
import { hashPassword } from './password'
import { toUserResource } from './resource'

/**
 * Changes a user's role, disables or enables them, or sets a new password. Disabling and a new password end all their
 * sessions at once; what was handed to somebody who cannot decide any more is handed to the leads.
 *
 * @throws DomainError forbidden, invalid_input, not_found; not_allowed for one's own role or for the last administrator
 */
export async function updateUser(ctx: Context, input: { id: string; patch: UserPatch }): Promise<UserResource> {
  authorize(ctx.actor, 'configure')
  const patch = parseInput(UserPatch, input.patch)
  const passwordHash = patch.password === undefined ? null : await hashPassword(patch.password)
  const updated = await ctx.db.transaction(async (db) => {
    await lockUsers(db)
    const user = await findUser(db, parseId(input.id, 'person'))
    if (user === null) throw new DomainError('not_found', 'There is no such person.')
    await assertAllowed(ctx, db, user, patch)
    const disabledAt = patch.isDisabled === undefined ? user.disabledAt : patch.isDisabled ? (user.disabledAt ?? ctx.now()) : null
    const row = await updateUserRow(db, { id: user.id, role: patch.role ?? user.role, disabledAt, passwordHash })
    if (patch.role !== undefined && patch.role !== user.role) await noteChange(ctx, db, 'user.role', user)
    if ((disabledAt === null) !== (user.disabledAt === null)) {
      await noteChange(ctx, db, disabledAt === null ? 'user.enable' : 'user.disable', user)
    }
    if (passwordHash !== null) await noteChange(ctx, db, 'user.password', user)
    if (disabledAt !== null || !canRole(patch.role ?? user.role, 'decide')) await handToLeads(db, user.id)
    if (disabledAt !== null || passwordHash !== null) await revokeSessionsOf(db, user.id, ctx.now())
    return toUserResource(row ?? user)
  })
  forgetSessions()
  return updated
}

async function assertAllowed(ctx: Context, db: Db, user: UserRow, patch: UserPatch): Promise<void> {
  const isSelf = ctx.actor.kind === 'user' && ctx.actor.id === user.id
  const isRoleChanged = patch.role !== undefined && patch.role !== user.role
  if (isSelf && isRoleChanged) throw new DomainError('not_allowed', 'You cannot change your own role. Ask another administrator.')
  if (isSelf && patch.isDisabled) throw new DomainError('not_allowed', 'You cannot disable yourself. Ask another administrator.')
  const isAdmin = user.role === 'admin' && user.disabledAt === null
  const staysAdmin = !isRoleChanged && patch.isDisabled !== true
  if (isAdmin && !staysAdmin && (await countOtherAdmins(db, user.id)) === 0) {
    throw new DomainError('not_allowed', `${user.name} is the last administrator. Make somebody else one first.`)
  }
}
