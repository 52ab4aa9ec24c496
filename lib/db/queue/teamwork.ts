import type { Assignment, Claim, Note, SavedView, ViewPlace } from '../../contracts/teamwork'
import type { Db } from '../connection'

// Taking a comment lets go of the one held before, so that nobody holds more than one.
const TAKE = `
  WITH released AS (
    DELETE FROM claim WHERE site_id = $1 AND user_id = $3 AND comment_id <> $2 RETURNING comment_id
  ), taken AS (
    INSERT INTO claim AS held (site_id, comment_id, user_id, user_name, expires_at)
    SELECT $1, id, $3, $4, $5 FROM comment WHERE site_id = $1 AND id = $2
    ON CONFLICT (site_id, comment_id) DO UPDATE SET user_id = $3, user_name = $4, expires_at = $5
    WHERE held.user_id = $3 OR held.expires_at <= $6
    RETURNING comment_id
  ), told AS (
    SELECT pg_notify('parley_desk', $1::text) FROM (SELECT comment_id FROM released UNION SELECT comment_id FROM taken) c LIMIT 1
  )
  SELECT count(*) AS count FROM taken, told`

/** Holds a comment for somebody until `expiresAt`, unless a colleague does; says whether they hold it now. */
export async function takeClaim(
  db: Db,
  claim: { siteId: string; commentId: string; userId: string; userName: string; expiresAt: Date; now: Date },
): Promise<boolean> {
  const [row] = await db.query<{ count: number }>(
    TAKE,
    [claim.siteId, claim.commentId, claim.userId, claim.userName, claim.expiresAt, claim.now],
    'take-claim',
  )
  return (row?.count ?? 0) > 0
}

/** Lets go of whatever somebody holds. */
export async function releaseClaims(db: Db, siteId: string, userId: string): Promise<void> {
  await db.query(
    `WITH released AS (DELETE FROM claim WHERE site_id = $1 AND user_id = $2 RETURNING 1)
     SELECT pg_notify('parley_desk', $1::text) FROM released LIMIT 1`,
    [siteId, userId],
    'release-claims',
  )
}

/** The leases of a site that have not run out. */
export async function listClaims(db: Db, siteId: string, now: Date): Promise<Claim[]> {
  const rows = await db.query<Omit<Claim, 'expiresAt'> & { expires_at: Date }>(
    `SELECT comment_id AS "commentId", user_id AS "userId", user_name AS "userName", expires_at FROM claim
     WHERE site_id = $1 AND expires_at > $2 ORDER BY comment_id LIMIT 1000`,
    [siteId, now],
    'list-claims',
  )
  return rows.map(({ expires_at: expiresAt, ...claim }) => ({ ...claim, expiresAt: expiresAt.toISOString() }))
}

interface NewAssignments {
  siteId: string
  commentIds: readonly string[]
  userId: string | null
  byId: string | null
  byName: string
  note: string | null
  at: Date
}

// Told by the same channel as claims, with the comments behind the site (lib/events/decision-signal.ts): as many as one message holds.
const TELL_HANDED = `told AS (
    SELECT pg_notify('parley_desk', $1::text || ' ' || string_agg(comment_id::text, ',')) FROM (
      SELECT comment_id, (row_number() OVER () - 1) / 150 AS message FROM handed) h GROUP BY message
  )
  SELECT comment_id AS id FROM handed, (SELECT count(*) FROM told) t`

/** Hands comments to somebody, and takes them from whoever had them; the ids of those that the site has and that wait for a decision. */
export async function putAssignments(db: Db, assignment: NewAssignments): Promise<string[]> {
  const { siteId, commentIds, userId, byId, byName, note, at } = assignment
  const rows = await db.query<{ id: string }>(
    `WITH handed AS (
       INSERT INTO assignment (site_id, comment_id, user_id, by_id, by_name, note, at)
       SELECT site_id, id, $3, $4, $5, $6, $7 FROM comment
       WHERE site_id = $1 AND id = ANY($2::uuid[]) AND reviewed_at IS NULL AND status IN ('pending', 'published') ORDER BY id
       ON CONFLICT (site_id, comment_id) DO UPDATE SET user_id = $3, by_id = $4, by_name = $5, note = $6, at = $7 RETURNING comment_id
     ), ${TELL_HANDED}`,
    [siteId, commentIds, userId, byId, byName, note, at],
  )
  return rows.map(({ id }) => id)
}

/** Takes comments from whoever they were handed to. */
export async function deleteAssignments(db: Db, siteId: string, commentIds: readonly string[]): Promise<void> {
  await db.query(
    `WITH handed AS (DELETE FROM assignment WHERE site_id = $1 AND comment_id = ANY($2::uuid[]) RETURNING comment_id), ${TELL_HANDED}`,
    [siteId, commentIds],
  )
}

/** Hands what somebody was given, on every site, to the leads: nobody else looks into that queue. */
export async function handToLeads(db: Db, userId: string): Promise<void> {
  await db.query(
    `WITH handed AS (UPDATE assignment SET user_id = NULL WHERE user_id = $1 RETURNING site_id, comment_id)
     SELECT pg_notify('parley_desk', site_id::text || ' ' || comment_id::text) FROM handed`,
    [userId],
  )
}

interface AssignmentRecord {
  user_id: string | null
  user_name: string | null
  by_name: string
  by_id: string | null
  note: string | null
  at: Date
}

/** To whom a comment was handed; null when to nobody. */
export async function findAssignment(db: Db, siteId: string, commentId: string): Promise<Assignment | null> {
  const [row] = await db.query<AssignmentRecord>(
    `SELECT a.user_id, u.name AS user_name, a.by_name, a.by_id, a.note, a.at FROM assignment a LEFT JOIN app_user u ON u.id = a.user_id
     WHERE a.site_id = $1 AND a.comment_id = $2`,
    [siteId, commentId],
    'find-assignment',
  )
  if (!row) return null
  const to = row.user_id === null ? null : { id: row.user_id, name: row.user_name ?? '' }
  return { to, by: row.by_name, byId: row.by_id, note: row.note, at: row.at.toISOString() }
}

interface NewNote {
  siteId: string
  id: string
  commentId: string | null
  commenterId: string | null
  byId: string | null
  byName: string
  text: string
  at: Date
}

/** False when the site has no such comment or commenter. */
export async function insertNote(db: Db, note: NewNote): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO note (site_id, id, comment_id, commenter_id, by_id, by_name, text, at)
     SELECT $1, $2, $3::uuid, $4::uuid, $5, $6, $7, $8
     WHERE EXISTS (SELECT 1 FROM comment WHERE site_id = $1 AND id = $3) OR EXISTS (SELECT 1 FROM commenter WHERE site_id = $1 AND id = $4)
     RETURNING id`,
    [note.siteId, note.id, note.commentId, note.commenterId, note.byId, note.byName, note.text, note.at],
  )
  return rows.length === 1
}

/** What was written about a comment and its commenter, the latest first; not what was emptied when the text it was about was erased. */
export async function listNotes(db: Db, siteId: string, commentId: string | null, commenterId: string | null): Promise<Note[]> {
  const rows = await db.query<Omit<Note, 'at'> & { at: Date }>(
    `SELECT id, about, by_name AS by, text, at FROM (
       (SELECT id, 'comment' AS about, by_name, text, at FROM note WHERE site_id = $1 AND comment_id = $2 AND text <> '')
       UNION ALL
       (SELECT id, 'commenter', by_name, text, at FROM note WHERE site_id = $1 AND commenter_id = $3 AND text <> '')
     ) n ORDER BY at DESC, id DESC LIMIT 50`,
    [siteId, commentId, commenterId],
    'list-notes',
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

interface NewView {
  siteId: string
  id: string
  userId: string
  userName: string
  name: string
  address: string
  isShared: boolean
  place: ViewPlace
  at: Date
}

export async function insertView(db: Db, view: NewView): Promise<void> {
  await db.query(
    `INSERT INTO saved_view (site_id, id, user_id, user_name, name, address, is_shared, place, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [view.siteId, view.id, view.userId, view.userName, view.name, view.address, view.isShared, view.place, view.at],
  )
}

/** Somebody's own views of a page and those others share, by name. */
export async function listViews(
  db: Db,
  siteId: string,
  viewer: { id: string | null; isLead: boolean },
  place: ViewPlace,
): Promise<SavedView[]> {
  return db.query<SavedView>(
    `SELECT id, name, address, is_shared AS "isShared", coalesce(user_id = $2, false) AS "isOwn",
       coalesce(user_id = $2, false) OR $4 AND is_shared AS "canRemove", user_name AS by FROM saved_view
     WHERE site_id = $1 AND (is_shared OR user_id = $2) AND place = $3 ORDER BY lower(name), id LIMIT 200`,
    [siteId, viewer.id, place, viewer.isLead],
    'list-views',
  )
}

/** The page that the view was of; null when they have no such view. */
export async function deleteView(db: Db, siteId: string, id: string, userId: string, isLead: boolean): Promise<ViewPlace | null> {
  const [row] = await db.query<{ place: ViewPlace }>(
    `DELETE FROM saved_view WHERE site_id = $1 AND id = $2 AND (user_id = $3 OR $4 AND is_shared) RETURNING place`,
    [siteId, id, userId, isLead],
  )
  return row?.place ?? null
}
