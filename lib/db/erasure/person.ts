import type { Db } from '../connection'

export interface KnownPerson {
  id: string
  externalId: string
  name: string
}

/** A commenter by the source's id; null when the site knows none. */
export async function findPerson(db: Db, siteId: string, externalId: string): Promise<KnownPerson | null> {
  const [row] = await db.query<KnownPerson>(
    `SELECT id, external_id AS "externalId", name FROM commenter WHERE site_id = $1 AND external_id = $2`,
    [siteId, externalId],
  )
  return row ?? null
}

/** The same by our own id; somebody who is being erased is nobody any more. */
export async function findPersonById(db: Db, siteId: string, id: string): Promise<KnownPerson | null> {
  const [row] = await db.query<KnownPerson>(
    `SELECT id, external_id AS "externalId", name FROM commenter WHERE site_id = $1 AND id = $2 AND name <> ''`,
    [siteId, id],
  )
  return row ?? null
}

/** Takes from a commenter what they are called and known by, and why they were held. The source's id is free then for a new one. */
export async function unnamePerson(db: Db, siteId: string, commenterId: string): Promise<void> {
  await db.query(
    `UPDATE commenter SET external_id = id::text, name = '', held_at = NULL, held_by_name = NULL, held_note = NULL WHERE site_id = $1 AND id = $2`,
    [siteId, commenterId],
  )
  // What was noted of changes to them, which is found by the index over subjects.
  await db.query(`UPDATE audit_entry SET subject_name = '' WHERE site_id = $1 AND subject_id = $2 AND subject_name <> ''`, [
    siteId,
    commenterId,
  ])
  await emptyNotes(db, siteId, commenterId)
}

async function emptyNotes(db: Db, siteId: string, commenterId: string): Promise<void> {
  await db.query(`UPDATE note SET text = '' WHERE site_id = $1 AND commenter_id = $2 AND text <> ''`, [siteId, commenterId])
}

/** Takes from reports who made them, and what they said. They count as before; known to the source by another id they are not. */
export async function unnameReporter(db: Db, siteId: string, reporter: string): Promise<void> {
  await db.query(`UPDATE report SET reporter = NULL, note = NULL, external_id = id::text WHERE site_id = $1 AND reporter = $2`, [
    siteId,
    reporter,
  ])
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
const OF_DESK = 'EXISTS (SELECT FROM app_user u WHERE u.id = k.actor_id)'

/**
 * Forgets answers that were kept to be given again, which may name somebody: those that name their id as a reporter's, and all that the
 * desk was given, which quote. Those that are being given right now are not kept either, but for that of the erasure itself (`own`), which
 * names nobody. Whatever is sent again is done again, which changes nothing.
 */
export async function forgetAnswers(
  db: Db,
  { siteId, externalId, own }: { siteId: string; externalId: string; own: { actorId: string; key: string } | null },
): Promise<void> {
  const inJson = JSON.stringify(externalId).slice(1)
  await db.query(
    `DELETE FROM idempotency_key k WHERE site_id = $1 AND (status IS NULL OR position($2 IN answer) > 0 OR position($3 IN answer) > 0 OR ${OF_DESK})
       AND NOT (actor_id = $4 AND key = $5 AND status IS NULL)`,
    [siteId, `"${inJson}`, `:${inJson}`, own?.actorId ?? NOBODY, own?.key ?? ''],
  )
}

/** The same of all that the desk was given, or is being given. */
export async function forgetDeskAnswers(db: Db, siteId: string): Promise<void> {
  await db.query(`DELETE FROM idempotency_key k WHERE site_id = $1 AND ${OF_DESK}`, [siteId])
}

/** Reports of imports show the first comments of each file, whoever they are by. */
export async function forgetPreviews(db: Db, siteId: string): Promise<void> {
  await db.query(
    `UPDATE import_run SET report = jsonb_set(report, '{preview}', '[]') WHERE site_id = $1 AND jsonb_array_length(report -> 'preview') > 0`,
    [siteId],
  )
}

export async function countCommentsOf(db: Db, siteId: string, commenterId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>('SELECT count(*) AS count FROM comment WHERE site_id = $1 AND commenter_id = $2', [
    siteId,
    commenterId,
  ])
  return row?.count ?? 0
}

/** Some of a commenter's comments, with their discussions. */
export async function listCommentsOf(
  db: Db,
  siteId: string,
  commenterId: string,
  limit: number,
): Promise<{ id: string; articleId: string }[]> {
  return db.query(
    `SELECT id, article_id AS "articleId" FROM comment WHERE site_id = $1 AND commenter_id = $2 ORDER BY ordered_at DESC LIMIT $3`,
    [siteId, commenterId, limit],
  )
}

/** Has ingest wait that adds to these discussions or edits in them, in the order in which it locks them itself. */
export async function lockDiscussions(db: Db, siteId: string, articleIds: readonly string[]): Promise<void> {
  await db.query('SELECT FROM article WHERE site_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE', [siteId, articleIds])
}

/** Comments whose writer is gone: they are nobody's, and no revision of the source is new to them. */
export async function disownComments(db: Db, siteId: string, ids: readonly string[], sourceRevision: number): Promise<void> {
  await db.query('UPDATE comment SET commenter_id = NULL, source_revision = $3 WHERE site_id = $1 AND id = ANY($2::uuid[])', [
    siteId,
    ids,
    sourceRevision,
  ])
}

/** Removes a commenter who has no comments any more. */
export async function deletePerson(db: Db, siteId: string, commenterId: string): Promise<void> {
  await emptyNotes(db, siteId, commenterId)
  await db.query('DELETE FROM commenter WHERE site_id = $1 AND id = $2', [siteId, commenterId])
}
