import type { Db } from '../connection'

/** A deletion whose comment has not arrived. */
export interface Tombstone {
  externalId: string
  /** Null: the source named none, so it counts against anything that arrives. */
  sourceRevision: number | null
}

/** Which advisory lock of a site is meant, besides others that PostgreSQL may be asked for. */
export const DELETIONS_LOCK = `hashtextextended('deletions ' || $1::uuid::text, 0)`

/**
 * Has a deletion of an unknown comment wait until nobody of the site is adding comments, and the other way round: ingest
 * takes the same lock as shared, with its articles. Either the deletion finds the comment, or ingest finds the deletion.
 */
export async function lockDeletions(db: Db, siteId: string): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(${DELETIONS_LOCK})`, [siteId])
}

/** The other side of it, for whoever is not to miss a deletion, or an erasure, that is under way. */
export async function shareDeletionsLock(db: Db, siteId: string): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock_shared(${DELETIONS_LOCK})`, [siteId])
}

/** Keeps a deletion; of several for one comment the highest revision counts, and one without a number above all. */
export async function recordTombstone(db: Db, siteId: string, { externalId, sourceRevision }: Tombstone, removedAt: Date): Promise<void> {
  await db.query(
    `INSERT INTO tombstone (site_id, external_id, source_revision, removed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (site_id, external_id) DO UPDATE SET source_revision = CASE
       WHEN tombstone.source_revision IS NULL OR excluded.source_revision IS NULL THEN NULL
       ELSE greatest(tombstone.source_revision, excluded.source_revision) END`,
    [siteId, externalId, sourceRevision, removedAt],
  )
}

/** The deletions that are kept for these comments. */
export async function listTombstones(db: Db, siteId: string, externalIds: readonly string[]): Promise<Tombstone[]> {
  return db.query<Tombstone>(
    `SELECT external_id AS "externalId", source_revision AS "sourceRevision" FROM tombstone
     WHERE site_id = $1 AND external_id = ANY($2::text[])`,
    [siteId, externalIds],
    'tombstones',
  )
}

/** Forgets deletions whose comments have arrived: the comment itself says from now on that it is removed. */
export async function deleteTombstones(db: Db, siteId: string, externalIds: readonly string[]): Promise<void> {
  await db.query('DELETE FROM tombstone WHERE site_id = $1 AND external_id = ANY($2::text[])', [siteId, externalIds])
}
