import type { Db } from './connection'

/** A person as an OIDC issuer names them: the issuer's address and its id for them. */
export interface Identity {
  issuer: string
  subject: string
}

/** The user this identity belongs to, or null. */
export async function findUserOfIdentity(db: Db, identity: Identity): Promise<{ id: string; isDisabled: boolean } | null> {
  const rows = await db.query<{ id: string; isDisabled: boolean }>(
    `SELECT u.id, u.disabled_at IS NOT NULL AS "isDisabled"
       FROM account a JOIN app_user u ON u.id = a.user_id
      WHERE a.provider = $1 AND a.provider_account_id = $2`,
    [identity.issuer, identity.subject],
  )
  return rows[0] ?? null
}

/** Whether the user has an identity at this issuer already. */
export async function hasIdentityAt(db: Db, userId: string, issuer: string): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM account WHERE user_id = $1 AND provider = $2 LIMIT 1', [userId, issuer])
  return rows.length > 0
}

/** Lets a user sign in by this identity from now on. Linking it again changes nothing. */
export async function linkIdentity(db: Db, identity: Identity, userId: string, now: Date): Promise<void> {
  await db.query(
    `INSERT INTO account (provider, provider_account_id, user_id, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (provider, provider_account_id) DO NOTHING`,
    [identity.issuer, identity.subject, userId, now],
  )
}
