import type { Db } from '../connection'
import type { DecidedAct } from '../decision/decision'

/** A commenter who was erased, or is being erased. */
export interface ErasureRow {
  siteId: string
  id: string
  /** Null when they had never been here. */
  commenterId: string | null
  /** Who asked for it. */
  actor: DecidedAct['actor']
  /** What they wrote until then is erased, also where it arrives later. */
  erasedAt: Date
  /** Comments to erase, and how many of them are. */
  total: number
  done: number
  finishedAt: Date | null
}

type ErasureRecord = Omit<ErasureRow, 'actor'> & {
  actorKind: ErasureRow['actor']['kind']
  actorId: string | null
  actorName: string
}

const COLUMNS = `site_id AS "siteId", id, commenter_id AS "commenterId", actor_kind AS "actorKind", actor_id AS "actorId",
  actor_name AS "actorName", erased_at AS "erasedAt", total, done, finished_at AS "finishedAt"`

function toRow({ actorKind: kind, actorId: id, actorName: name, ...row }: ErasureRecord): ErasureRow {
  return { ...row, actor: { kind, id, name } }
}

export async function insertErasure(db: Db, authorHash: Buffer, row: Omit<ErasureRow, 'done'>): Promise<void> {
  const { siteId, id, commenterId, actor, erasedAt, total, finishedAt } = row
  await db.query(
    `INSERT INTO erasure (site_id, id, author_hash, commenter_id, actor_kind, actor_id, actor_name, erased_at, total, finished_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [siteId, id, authorHash, commenterId, actor.kind, actor.id, actor.name, erasedAt, total, finishedAt],
  )
}

/** The latest erasure of whoever has this digest; null when there was none. */
export async function findErasure(db: Db, siteId: string, authorHash: Buffer): Promise<ErasureRow | null> {
  const [record] = await db.query<ErasureRecord>(
    `SELECT ${COLUMNS} FROM erasure WHERE site_id = $1 AND author_hash = $2 ORDER BY erased_at DESC LIMIT 1`,
    [siteId, authorHash],
  )
  return record ? toRow(record) : null
}

/** One of the site's by its id. */
export async function findErasureById(db: Db, siteId: string, id: string): Promise<ErasureRow | null> {
  const [record] = await db.query<ErasureRecord>(`SELECT ${COLUMNS} FROM erasure WHERE site_id = $1 AND id = $2`, [siteId, id])
  return record ? toRow(record) : null
}

/** Has an erasure count for what was written until `erasedAt`. */
export async function renewErasure(db: Db, { siteId, id }: Pick<ErasureRow, 'siteId' | 'id'>, erasedAt: Date): Promise<void> {
  await db.query('UPDATE erasure SET erased_at = greatest(erased_at, $3) WHERE site_id = $1 AND id = $2', [siteId, id, erasedAt])
}

/** The erasure that has waited longest and that nobody is at, locked until the transaction ends; null when there is none. */
export async function lockNextErasure(db: Db): Promise<ErasureRow | null> {
  const [record] = await db.query<ErasureRecord>(
    `SELECT ${COLUMNS} FROM erasure WHERE finished_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [],
    'next-erasure',
  )
  return record ? toRow(record) : null
}

/** Notes, in the transaction that erased them, how many more comments are erased, and when it was all of them. */
export async function noteErased(
  db: Db,
  { siteId, id }: Pick<ErasureRow, 'siteId' | 'id'>,
  done: number,
  finishedAt: Date | null,
): Promise<void> {
  await db.query('UPDATE erasure SET done = done + $3, finished_at = $4 WHERE site_id = $1 AND id = $2', [siteId, id, done, finishedAt])
}

/** Until when those with these digests are erased; null for everybody else. In the order of the digests. */
export async function listErasedAt(db: Db, siteId: string, authorHashes: readonly Buffer[]): Promise<(Date | null)[]> {
  const rows = await db.query<{ at: Date | null }>(
    `SELECT e.at FROM unnest($2::text[]) WITH ORDINALITY AS k (hash, place)
     LEFT JOIN LATERAL (
       SELECT erased_at AS at FROM erasure WHERE site_id = $1 AND author_hash = decode(k.hash, 'hex') ORDER BY erased_at DESC LIMIT 1
     ) e ON true ORDER BY k.place`,
    [siteId, authorHashes.map((hash) => hash.toString('hex'))],
    'erased-authors',
  )
  return rows.map(({ at }) => at)
}
