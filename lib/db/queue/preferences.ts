import type { Db } from '../connection'

/** What a person has set, as it was stored; an empty object when nothing. */
export async function readPreferences(db: Db, userId: string): Promise<unknown> {
  const [row] = await db.query<{ preferences: unknown }>('SELECT preferences FROM app_user WHERE id = $1', [userId], 'read-preferences')
  return row?.preferences ?? {}
}

export async function writePreferences(db: Db, userId: string, preferences: unknown): Promise<void> {
  await db.query('UPDATE app_user SET preferences = $2 WHERE id = $1', [userId, JSON.stringify(preferences)])
}
