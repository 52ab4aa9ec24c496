import type { Db } from '../connection'

/** The newest comments that are looked at for each of a text's four bands: 200 for a text at most. */
const NEWEST_OF_A_BAND = 50

/** A comment that is like a text in question. */
export interface SimilarText {
  id: string
  hash: bigint
  /** The four bands (describeLikeness of lib/scoring/text/similarity-hash.ts). */
  bands: readonly number[]
  waveId: string | null
}

/** What is kept of a text. */
export interface Similarity extends SimilarText {
  revision: number
}

/**
 * Statements that find the comments near to `own` (hash, band) since $2, band by band, $3 bits away at most. Few of those that share a
 * band are near. They are told apart within the index; a row is only read of those.
 */
export function nearByBand(own: (band: number) => string): string {
  const ofBand = (band: number) => `
    SELECT other.comment_id FROM ${own(band)} AS own (hash, band)
    CROSS JOIN LATERAL (
      SELECT comment_id, hash FROM comment_similarity
      WHERE site_id = $1 AND band_${band} = own.band AND comment_id >= $2 ORDER BY comment_id DESC LIMIT ${NEWEST_OF_A_BAND}) other
    WHERE bit_count((own.hash # other.hash)::bit(64)) <= $3`
  return [0, 1, 2, 3].map(ofBand).join(' UNION ')
}

const NEAR = `
  SELECT s.comment_id AS id, s.hash::text AS hash, ARRAY[s.band_0, s.band_1, s.band_2, s.band_3] AS bands, s.wave_id AS "waveId" FROM (${nearByBand((band) => `unnest($4::bigint[], $${band + 5}::int[])`)}) near
  CROSS JOIN LATERAL (
    SELECT * FROM comment_similarity WHERE site_id = $1 AND comment_id = near.comment_id LIMIT 1) s
  ORDER BY s.comment_id`

/** The site's comments that came in since `since`, share a band with one of these texts and differ in `bits` bits at most, by id. */
export async function listNearTexts(
  db: Db,
  siteId: string,
  texts: readonly Pick<Similarity, 'hash' | 'bands'>[],
  { since, bits }: { since: Date; bits: number },
): Promise<SimilarText[]> {
  const bands = [0, 1, 2, 3].map((band) => texts.map((text) => text.bands[band]))
  const rows = await db.query<Omit<SimilarText, 'hash'> & { hash: string }>(
    NEAR,
    [siteId, firstIdOf(since), bits, texts.map((text) => text.hash.toString()), ...bands],
    'near-texts',
  )
  return rows.map((row) => ({ ...row, hash: BigInt(row.hash) }))
}

/** A UUIDv7 begins with the millisecond it was made in (RFC 9562, 5.7): none that was made from then on is lower. */
export function firstIdOf(time: Date): string {
  const ms = time.getTime().toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-0000-0000-000000000000`
}

/** Keeps what texts are like, in place of what was kept of the same comments before. */
export async function saveSimilarities(db: Db, siteId: string, texts: readonly Similarity[]): Promise<void> {
  await db.query(
    `INSERT INTO comment_similarity (site_id, comment_id, revision, hash, band_0, band_1, band_2, band_3, wave_id)
     SELECT $1, t.* FROM unnest($2::uuid[], $3::int[], $4::bigint[], $5::int[], $6::int[], $7::int[], $8::int[], $9::uuid[]) t
     ON CONFLICT (site_id, comment_id) DO UPDATE SET revision = excluded.revision, hash = excluded.hash, band_0 = excluded.band_0,
       band_1 = excluded.band_1, band_2 = excluded.band_2, band_3 = excluded.band_3, wave_id = excluded.wave_id`,
    [
      siteId,
      texts.map((text) => text.id),
      texts.map((text) => text.revision),
      texts.map((text) => text.hash.toString()),
      ...[0, 1, 2, 3].map((band) => texts.map((text) => text.bands[band])),
      texts.map((text) => text.waveId),
    ],
    'save-similarities',
  )
}

/** Forgets what comments are like: their text is too short now to say, or is gone. */
export async function deleteSimilarities(db: Db, siteId: string, commentIds: readonly string[]): Promise<void> {
  await db.query(
    'DELETE FROM comment_similarity WHERE site_id = $1 AND comment_id = ANY($2::uuid[])',
    [siteId, commentIds],
    'delete-similarities',
  )
}

/** Adds comments to waves. One that is being deleted at this moment is left out instead of waited for, which could deadlock. */
export async function joinWaves(db: Db, siteId: string, joining: readonly { id: string; waveId: string }[]): Promise<void> {
  await db.query(
    `UPDATE comment_similarity SET wave_id = j.wave_id
     FROM unnest($2::uuid[], $3::uuid[]) AS j (id, wave_id) CROSS JOIN LATERAL (
       SELECT comment_id FROM comment_similarity WHERE site_id = $1 AND comment_id = j.id FOR UPDATE SKIP LOCKED) free
     WHERE comment_similarity.site_id = $1 AND comment_similarity.comment_id = free.comment_id`,
    [siteId, joining.map((one) => one.id), joining.map((one) => one.waveId)],
    'join-waves',
  )
}

/** Makes waves part of others: all that is of `from` is of `into` from now on. */
export async function mergeWaves(db: Db, siteId: string, merging: readonly { from: string; into: string }[]): Promise<void> {
  await db.query(
    `UPDATE comment_similarity SET wave_id = m.kept
     FROM unnest($2::uuid[], $3::uuid[]) AS m (gone, kept) CROSS JOIN LATERAL (
       SELECT comment_id FROM comment_similarity WHERE site_id = $1 AND wave_id = m.gone FOR UPDATE SKIP LOCKED) free
     WHERE comment_similarity.site_id = $1 AND comment_similarity.comment_id = free.comment_id`,
    [siteId, merging.map((one) => one.from), merging.map((one) => one.into)],
    'merge-waves',
  )
}

/**
 * Forgets what comments that came in before `since` are like, unless they are of a wave, and of those, what came in before
 * `wavesSince`: no new text is compared with them. Returns how many rows went, `limit` at most.
 */
export async function purgeSimilarities(
  db: Db,
  siteId: string,
  { since, wavesSince, limit }: { since: Date; wavesSince: Date; limit: number },
): Promise<number> {
  const rows = await db.query(
    `DELETE FROM comment_similarity WHERE site_id = $1 AND comment_id IN (
       SELECT comment_id FROM comment_similarity
       WHERE site_id = $1 AND comment_id < $2 AND (wave_id IS NULL OR comment_id < $3) ORDER BY comment_id LIMIT $4 FOR UPDATE SKIP LOCKED)
     RETURNING 1`,
    [siteId, firstIdOf(since), firstIdOf(wavesSince), limit],
    'purge-similarities',
  )
  return rows.length
}

/** Which of these ids waves have already: the comment that gave its name to one may have left it and begin another. */
export async function listWaveIds(db: Db, siteId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{ id: string }>(
    `SELECT u.id FROM unnest($2::uuid[]) AS u (id)
     CROSS JOIN LATERAL (SELECT 1 FROM comment_similarity WHERE site_id = $1 AND wave_id = u.id LIMIT 1) w`,
    [siteId, ids],
    'wave-ids',
  )
  return new Set(rows.map((row) => row.id))
}
