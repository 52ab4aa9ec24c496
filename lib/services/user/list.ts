import type { UserResource } from '../../contracts/settings'
import { listUserRows } from '../../db/user'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'
import { toUserResource } from './resource'

/** Everybody who may sign in, and those who no longer may. @throws DomainError forbidden */
export async function listUsers(ctx: Context): Promise<UserResource[]> {
  authorize(ctx.actor, 'configure')
  return (await listUserRows(ctx.db)).map(toUserResource)
}
