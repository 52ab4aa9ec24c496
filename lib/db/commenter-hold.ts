import type { CommenterHold } from '../contracts/commenter-hold'
import type { Db } from './connection'

interface NewHold {
  byName: string
  note: string
  at: Date
}

/** Holds all that somebody sends from now on; their name, or null when they are held already or not there. */
export async function insertHold(db: Db, siteId: string, commenterId: string, { byName, note, at }: NewHold): Promise<string | null> {
  const [row] = await db.query<{ name: string }>(
    `UPDATE commenter SET held_at = $3, held_by_name = $4, held_note = $5
     WHERE site_id = $1 AND id = $2 AND held_at IS NULL RETURNING name`,
    [siteId, commenterId, at, byName, note],
  )
  return row?.name ?? null
}

/** Ends that; their name, or null when they are not held or not there. */
export async function deleteHold(db: Db, siteId: string, commenterId: string): Promise<string | null> {
  const [row] = await db.query<{ name: string }>(
    `UPDATE commenter SET held_at = NULL, held_by_name = NULL, held_note = NULL
     WHERE site_id = $1 AND id = $2 AND held_at IS NOT NULL RETURNING name`,
    [siteId, commenterId],
  )
  return row?.name ?? null
}

export interface HoldRecord {
  held_at: Date | null
  held_by_name: string | null
  held_note: string | null
}

/** The columns as they are told; null when nothing is held. */
export function toHold({ held_at: at, held_by_name: by, held_note: note }: HoldRecord): CommenterHold | null {
  return at === null ? null : { at: at.toISOString(), by: by ?? '', note: note ?? '' }
}

/** How a commenter stands; null when the site has no such commenter. */
export async function findHold(db: Db, siteId: string, commenterId: string): Promise<{ hold: CommenterHold | null } | null> {
  const [row] = await db.query<HoldRecord>('SELECT held_at, held_by_name, held_note FROM commenter WHERE site_id = $1 AND id = $2', [
    siteId,
    commenterId,
  ])
  return row ? { hold: toHold(row) } : null
}
