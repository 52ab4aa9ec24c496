import type { Role } from '../domain/actor'
import type { Db } from './connection'

export interface UserRow {
  id: string
  email: string
  name: string
  role: Role
  disabledAt: Date | null
  createdAt: Date
}

const COLUMNS = { id: true, email: true, name: true, role: true, disabledAt: true, createdAt: true } as const

/** Any number nobody else uses; holds up others who would change users in a way that depends on all of them. */
const USERS_LOCK = 7_271_001

/** Makes other calls wait until this transaction ends, so that two cannot both be first, or both leave no admin. */
export async function lockUsers(db: Db): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock($1)', [USERS_LOCK])
}

export async function hasAnyUser(db: Db): Promise<boolean> {
  return (await db.prisma.user.findFirst({ select: { id: true } })) !== null
}

/** All users, disabled ones too: administrators first, then by name. */
export async function listUserRows(db: Db): Promise<UserRow[]> {
  return db.prisma.user.findMany({ select: COLUMNS, orderBy: [{ role: 'desc' }, { name: 'asc' }, { id: 'asc' }] })
}

export async function findUser(db: Db, id: string): Promise<UserRow | null> {
  return db.prisma.user.findUnique({ select: COLUMNS, where: { id } })
}

/** The same for a use that changes nothing of them: what they are stays until the transaction ends. */
export async function holdUser(db: Db, id: string): Promise<Pick<UserRow, 'role' | 'disabledAt'> | null> {
  const [row] = await db.query<Pick<UserRow, 'role' | 'disabledAt'>>(
    'SELECT role, disabled_at AS "disabledAt" FROM app_user WHERE id = $1 FOR SHARE',
    [id],
  )
  return row ?? null
}

/** Null when the email is taken. */
export async function insertUser(
  db: Db,
  user: { id: string; email: string; name: string; role: Role; passwordHash: string | null; createdAt: Date },
): Promise<UserRow | null> {
  const [row] = await db.prisma.user.createManyAndReturn({ data: [user], skipDuplicates: true, select: COLUMNS })
  return row ?? null
}

/** Writes what a user is now; a null `passwordHash` leaves the password as it is. */
export async function updateUserRow(
  db: Db,
  { id, passwordHash, ...user }: { id: string; role: Role; disabledAt: Date | null; passwordHash: string | null },
): Promise<UserRow | null> {
  const data = passwordHash === null ? user : { ...user, passwordHash }
  const [row] = await db.prisma.user.updateManyAndReturn({ where: { id }, data, select: COLUMNS })
  return row ?? null
}

/** Administrators who can sign in, other than this user. */
export async function countOtherAdmins(db: Db, id: string): Promise<number> {
  return db.prisma.user.count({ where: { role: 'admin', disabledAt: null, id: { not: id } } })
}

/** What checking a password needs. `email` in lower case. */
export async function findCredentials(
  db: Db,
  email: string,
): Promise<{ id: string; passwordHash: string | null; isDisabled: boolean } | null> {
  const user = await db.prisma.user.findUnique({ where: { email }, select: { id: true, passwordHash: true, disabledAt: true } })
  return user && { id: user.id, passwordHash: user.passwordHash, isDisabled: user.disabledAt !== null }
}
