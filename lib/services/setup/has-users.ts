import { getDb } from '../../db/connection'
import { hasAnyUser } from '../../db/user'

/** Whether anybody can sign in yet. Until then there is only /setup. */
export async function hasUsers(): Promise<boolean> {
  return hasAnyUser(getDb())
}
