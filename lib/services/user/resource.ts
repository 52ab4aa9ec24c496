import type { UserResource } from '../../contracts/settings'
import type { UserRow } from '../../db/user'

/** A user as the API shows one: never with a hash. */
export function toUserResource(row: UserRow): UserResource {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    isDisabled: row.disabledAt !== null,
    createdAt: row.createdAt.toISOString(),
  }
}
