import { uuidv7 } from 'uuidv7'
import { parseInput } from '../../contracts/parse'
import { UserInput, type UserResource } from '../../contracts/settings'
import { insertUser } from '../../db/user'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { hashPassword } from './password'
import { toUserResource } from './resource'

/** Adds a user who signs in with this password. @throws DomainError forbidden, invalid_input; conflict for a taken email */
export async function createUser(ctx: Context, input: UserInput): Promise<UserResource> {
  authorize(ctx.actor, 'configure')
  const { email, name, role, password } = parseInput(UserInput, input)
  const passwordHash = await hashPassword(password)
  return ctx.db.transaction(async (db) => {
    const row = await insertUser(db, { id: uuidv7(), email, name: name.trim(), role, passwordHash, createdAt: ctx.now() })
    if (row === null) throw new DomainError('conflict', `Somebody with the email ${email} is here already.`)
    await noteChange(ctx, db, 'user.create', row)
    return toUserResource(row)
  })
}
