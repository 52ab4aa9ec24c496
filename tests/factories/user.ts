import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import type { Role } from '@/lib/domain/actor'
import { hashPassword } from '@/lib/services/user/password'

export const PASSWORD = 'correct horse battery staple'
// One hash for all: hashing is slow on purpose.
const passwordHash = hashPassword(PASSWORD)

/** A user who can sign in with PASSWORD. */
export async function makeUser(overrides: { role?: Role; name?: string; email?: string; disabledAt?: Date } = {}) {
  const id = uuidv7()
  const { role = 'moderator', name = 'Mara Lindqvist', email = `${id}@example.org`, disabledAt = null } = overrides
  return getDb().prisma.user.create({ data: { id, email, name, role, disabledAt, passwordHash: await passwordHash } })
}
