import type { Role } from '../domain/actor'
import type { Db } from './connection'

interface SessionRow {
  id: string
  siteId: string
  userId: string
  name: string
  role: Role
}

/** A session that is neither revoked nor expired, of a user who is not disabled. */
export async function findLiveSession(db: Db, id: string, now: Date): Promise<SessionRow | null> {
  const rows = await db.query<SessionRow>(
    `SELECT s.id, s.site_id AS "siteId", u.id AS "userId", u.name, u.role
       FROM session s JOIN app_user u ON u.id = s.user_id
      WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND u.disabled_at IS NULL`,
    [id, now],
    'find_live_session',
  )
  return rows[0] ?? null
}

interface NewSession {
  id: string
  userId: string
  siteId: string
  now: Date
  expiresAt: Date
  /** The one that has to be the user's still; null where they signed in by no password. */
  passwordHash: string | null
}

/**
 * Adds a session for a user who is not disabled. False when there is no such user. Whoever disables them, or sets another password, at this
 * moment has either been first or ends this session with the others.
 */
export async function insertSession(db: Db, session: NewSession): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO session (id, user_id, site_id, created_at, expires_at)
     SELECT $1, id, $3, $4, $5 FROM app_user
     WHERE id = $2 AND disabled_at IS NULL AND ($6::text IS NULL OR password_hash = $6) FOR SHARE RETURNING id`,
    [session.id, session.userId, session.siteId, session.now, session.expiresAt, session.passwordHash],
  )
  return rows.length === 1
}

/** Ends one session. Ending it again changes nothing. */
export async function revokeSession(db: Db, id: string, now: Date): Promise<void> {
  await db.prisma.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
}

/** Ends every open session of a user and says how many there were. */
export async function revokeSessionsOf(db: Db, userId: string, now: Date): Promise<number> {
  const { count } = await db.prisma.session.updateMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  })
  return count
}

/** Shows another site in this browser. False when there is no such site. */
export async function setSessionSite(db: Db, id: string, siteId: string): Promise<boolean> {
  const rows = await db.query(
    'UPDATE session SET site_id = site.id FROM site WHERE session.id = $1 AND site.id = $2 RETURNING session.id',
    [id, siteId],
  )
  return rows.length === 1
}

/** The site this user's last session showed; where there is none, the oldest site. Null before setup. */
export async function findHomeSite(db: Db, userId: string): Promise<string | null> {
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM (
       (SELECT site_id AS id, 0 AS rank FROM session WHERE user_id = $1 ORDER BY id DESC LIMIT 1)
       UNION ALL
       (SELECT id, 1 AS rank FROM site ORDER BY created_at, id LIMIT 1)
     ) AS candidate ORDER BY rank LIMIT 1`,
    [userId],
  )
  return rows[0]?.id ?? null
}

/**
 * Forgets sessions that ended before `before`, at most `limit`; returns how many. Everybody keeps their newest: the next one begins on the site
 * that it showed.
 */
export async function purgeSessions(db: Db, before: Date, limit: number): Promise<number> {
  const rows = await db.query(
    `DELETE FROM session WHERE id IN (
       SELECT id FROM session s WHERE least(revoked_at, expires_at) < $1
         AND EXISTS (SELECT 1 FROM session newer WHERE newer.user_id = s.user_id AND newer.id > s.id)
       LIMIT $2 FOR UPDATE SKIP LOCKED
     ) RETURNING id`,
    [before, limit],
  )
  return rows.length
}
