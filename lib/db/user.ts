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

const COLUMNS = 'id, email, name, role, disabled_at AS "disabledAt", created_at AS "createdAt"'

/** Any number nobody else uses; holds up others who would change users in a way that depends on all of them. */
const USERS_LOCK = 7_271_001

/** Makes other calls wait until this transaction ends, so that two cannot both be first, or both leave no admin. */
export async function lockUsers(db: Db): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock($1)', [USERS_LOCK])
}

export async function hasAnyUser(db: Db): Promise<boolean> {
  const rows = await db.query<{ found: boolean }>('SELECT EXISTS (SELECT 1 FROM app_user) AS found')
  return rows[0]?.found ?? false
}

/** All users, disabled ones too: administrators first, then by name. */
export async function listUserRows(db: Db): Promise<UserRow[]> {
  return db.query<UserRow>(`SELECT ${COLUMNS} FROM app_user ORDER BY role DESC, lower(name), id`)
}

export async function findUser(db: Db, id: string): Promise<UserRow | null> {
  const rows = await db.query<UserRow>(`SELECT ${COLUMNS} FROM app_user WHERE id = $1`, [id])
  return rows[0] ?? null
}

/** Null when the email is taken. */
export async function insertUser(
  db: Db,
  user: { id: string; email: string; name: string; role: Role; passwordHash: string | null; createdAt: Date },
): Promise<UserRow | null> {
  const rows = await db.query<UserRow>(
    `INSERT INTO app_user (id, email, name, role, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (email) DO NOTHING RETURNING ${COLUMNS}`,
    [user.id, user.email, user.name, user.role, user.passwordHash, user.createdAt],
  )
  return rows[0] ?? null
}

/** Writes what a user is now; a null `passwordHash` leaves the password as it is. */
export async function updateUserRow(
  db: Db,
  user: { id: string; role: Role; disabledAt: Date | null; passwordHash: string | null },
): Promise<UserRow | null> {
  const rows = await db.query<UserRow>(
    `UPDATE app_user SET role = $2, disabled_at = $3, password_hash = coalesce($4, password_hash) WHERE id = $1 RETURNING ${COLUMNS}`,
    [user.id, user.role, user.disabledAt, user.passwordHash],
  )
  return rows[0] ?? null
}

/** Administrators who can sign in, other than this user. */
export async function countOtherAdmins(db: Db, id: string): Promise<number> {
  const rows = await db.query<{ count: number }>(
    "SELECT count(*) AS count FROM app_user WHERE role = 'admin' AND disabled_at IS NULL AND id <> $1",
    [id],
  )
  return rows[0]?.count ?? 0
}

/** What checking a password needs. `email` in lower case. */
export async function findCredentials(
  db: Db,
  email: string,
): Promise<{ id: string; passwordHash: string | null; isDisabled: boolean } | null> {
  const rows = await db.query<{ id: string; passwordHash: string | null; isDisabled: boolean }>(
    'SELECT id, password_hash AS "passwordHash", disabled_at IS NOT NULL AS "isDisabled" FROM app_user WHERE email = $1',
    [email],
  )
  return rows[0] ?? null
}
