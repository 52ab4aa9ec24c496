import { BATCH_OUTCOMES, type BatchOutcome, type BatchResource } from '../../contracts/batch'
import type { DecisionAct } from '../../domain/decisions'
import { Values, writeConditions, type CommentFilter } from '../queue/comment-filter'
import { STATE_COLUMNS, toState, type StateRecord, type VersionedState } from '../comment/comment-state'
import type { Db } from '../connection'
import { writeHits } from '../queue/word-hits'

interface NewBatch {
  siteId: string
  id: string
  userId: string | null
  actorName: string
  title: string
  /** Null where it is not one for all. */
  act: DecisionAct | null
  note: string | null
  at: Date
  /** Whether it is carried out in this transaction, and not only previewed. */
  isStarted: boolean
}

export async function insertBatch(db: Db, batch: NewBatch): Promise<void> {
  const act = JSON.stringify({ act: batch.act, note: batch.note })
  await db.query(
    `INSERT INTO batch (site_id, id, user_id, actor_name, title, act, created_at, state, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8, CASE WHEN $8::batch_state = 'done' THEN $7::timestamptz END)`,
    [batch.siteId, batch.id, batch.userId, batch.actorName, batch.title, act, batch.at, batch.isStarted ? 'done' : 'draft'],
    'insert-batch',
  )
}

/** Notes named comments with the version each was seen in; what the site does not have is left out. */
export async function addNamedItems(
  db: Db,
  siteId: string,
  batchId: string,
  items: readonly { id: string; version: number }[],
): Promise<void> {
  await db.query(
    `INSERT INTO batch_item (site_id, batch_id, comment_id, seen_version)
     SELECT c.site_id, $2, c.id, i.version FROM unnest($3::uuid[], $4::int[]) AS i (id, version)
     CROSS JOIN LATERAL (SELECT site_id, id FROM comment WHERE site_id = $1 AND id = i.id LIMIT 1) c ON CONFLICT DO NOTHING`,
    [siteId, batchId, items.map((item) => item.id), items.map((item) => item.version)],
    'add-batch-items',
  )
}

/** Notes what a filter matches, `limit` at most, and returns how many that are. */
export async function addFilteredItems(db: Db, batchId: string, filter: CommentFilter, limit: number): Promise<number> {
  const values = new Values(filter.siteId)
  const { terms, source } = await writeHits(db, filter, values)
  const conditions = writeConditions({ ...filter, terms }, values)
  const [row] = await db.query<{ count: number }>(
    `WITH added AS (
       INSERT INTO batch_item (site_id, batch_id, comment_id, seen_version)
       SELECT c.site_id, ${values.bind(batchId)}, c.id, c.version FROM ${source} c
       WHERE ${conditions.join(' AND ')} AND c.status <> 'removed' LIMIT ${values.bind(limit)} RETURNING 1
     ) SELECT count(*) AS count FROM added`,
    values.list,
  )
  return row?.count ?? 0
}

/** Notes all that somebody wrote and nobody has decided. */
export async function addCommenterItems(db: Db, siteId: string, batchId: string, commenterId: string, limit: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `WITH added AS (
       INSERT INTO batch_item (site_id, batch_id, comment_id, seen_version)
       SELECT site_id, $2, id, version FROM comment
       WHERE site_id = $1 AND commenter_id = $3 AND reviewed_at IS NULL AND (status = 'pending' OR status = 'published')
       ORDER BY ordered_at DESC LIMIT $4 RETURNING 1
     ) SELECT count(*) AS count FROM added`,
    [siteId, batchId, commenterId, limit],
  )
  return row?.count ?? 0
}

/** Notes all comments of a wave that nobody has decided; one that was edited since it joined is of it no more. */
export async function addWaveItems(db: Db, siteId: string, batchId: string, waveId: string, limit: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `WITH added AS (
       INSERT INTO batch_item (site_id, batch_id, comment_id, seen_version)
       SELECT c.site_id, $2, c.id, c.version FROM comment_similarity s
       CROSS JOIN LATERAL (
         SELECT * FROM comment WHERE site_id = s.site_id AND id = s.comment_id AND revision = s.revision
           AND reviewed_at IS NULL AND (status = 'pending' OR status = 'published') LIMIT 1) c
       WHERE s.site_id = $1 AND s.wave_id = $3 LIMIT $4 RETURNING 1
     ) SELECT count(*) AS count FROM added`,
    [siteId, batchId, waveId, limit],
    'add-wave-items',
  )
  return row?.count ?? 0
}

/** A batch that is held until the transaction ends: nobody else starts it or takes it back meanwhile. */
export interface LockedBatch {
  id: string
  userId: string | null
  actorName: string
  title: string
  state: BatchResource['state']
  act: DecisionAct | null
  note: string | null
}

/** Holds a batch that is about to be carried out or taken back. Whatever the transaction then plans is planned as look-ups by index. */
export async function lockBatch(db: Db, siteId: string, id: string): Promise<LockedBatch | null> {
  const [[row]] = await Promise.all([
    db.query<Omit<LockedBatch, 'act' | 'note'> & { act: { act: DecisionAct | null; note: string | null } }>(
      `SELECT id, user_id AS "userId", actor_name AS "actorName", title, state, act FROM batch WHERE site_id = $1 AND id = $2 FOR UPDATE`,
      [siteId, id],
      'lock-batch',
    ),
    // What is kept of a plan may be from when these tables were next to empty, and reading all of them was the quickest.
    db.query('SET LOCAL enable_seqscan = off'),
  ])
  return row ? { ...row, ...row.act } : null
}

export interface BatchItemNow extends VersionedState {
  commentId: string
  seenVersion: number
}

interface LockedRecord extends StateRecord {
  id: string
  version: number
  is_erased: boolean
}

/** All of it is read from the row that is locked, so that it is as whoever held it before left it. */
const STATE_OF = (id: string) => `
  SELECT c.id, c.version, c.erased_at IS NOT NULL AS is_erased, ${STATE_COLUMNS} FROM comment c WHERE c.site_id = $1 AND c.id = ${id}`
const LOCK_NAMED = `${STATE_OF('ANY($2::uuid[])')} ORDER BY c.id FOR UPDATE`
/** The items of batch $2 after comment $3, $4 at most. */
export const ITEMS_AFTER = `(
    SELECT comment_id, seen_version FROM batch_item
    WHERE site_id = $1 AND batch_id = $2 AND comment_id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
    ORDER BY comment_id LIMIT $4
  )`
const LOCK_ITEMS = `
  SELECT i.seen_version, locked.* FROM ${ITEMS_AFTER} i CROSS JOIN LATERAL (${STATE_OF('i.comment_id')} LIMIT 1 FOR UPDATE) locked ORDER BY i.comment_id`

/**
 * The next items after a comment, with the comments as they are now, held until the transaction ends. In one order for
 * everybody, so that two batches wait for each other instead of deadlocking.
 */
export async function lockItems(db: Db, siteId: string, batchId: string, after: string | null, limit: number): Promise<BatchItemNow[]> {
  const records = await db.query<LockedRecord & { seen_version: number }>(LOCK_ITEMS, [siteId, batchId, after, limit], 'lock-batch-items')
  return records.map((record) => toItem(record, record.seen_version))
}

/** The same for comments that are named, of which no items are noted yet; what the site does not have is left out. */
export async function lockNamed(db: Db, siteId: string, named: ReadonlyMap<string, { version: number }>): Promise<BatchItemNow[]> {
  const records = await db.query<LockedRecord>(LOCK_NAMED, [siteId, [...named.keys()]], 'lock-named')
  return records.map((record) => toItem(record, named.get(record.id)?.version ?? 0))
}

function toItem(record: LockedRecord, seenVersion: number): BatchItemNow {
  return { commentId: record.id, seenVersion, version: record.version, isErased: record.is_erased, state: toState(record) }
}

/** What became of one comment of a batch, with a word about it where there is one. */
export interface ItemOutcome {
  commentId: string
  outcome: BatchOutcome
  detail: string | null
}

/** Notes what became of comments that were named; where each that was decided has one decision, only of the others (DECIDED_AT_ONCE). */
export async function addJudged(
  db: Db,
  siteId: string,
  batchId: string,
  items: readonly (ItemOutcome & { seenVersion: number })[],
): Promise<void> {
  await db.query(
    `INSERT INTO batch_item (site_id, batch_id, comment_id, seen_version, outcome, detail)
     SELECT $1, $2, i.* FROM unnest($3::uuid[], $4::int[], $5::batch_outcome[], $6::text[]) i`,
    [
      siteId,
      batchId,
      items.map((item) => item.commentId),
      items.map((item) => item.seenVersion),
      items.map((item) => item.outcome),
      items.map((item) => item.detail),
    ],
    'add-judged-items',
  )
}

/**
 * What batch $2 decided on that is no item of it: all, if it named its comments and was carried out at once, and nothing otherwise. The orders
 * say which indexes are meant.
 */
export const DECIDED_AT_ONCE = `(
    SELECT comment_id, seen_version FROM decision
    WHERE site_id = $1 AND batch_id BETWEEN $2 AND $2 AND kind <> 'undo' AND (
      SELECT comment_id FROM batch_item WHERE site_id = $1 AND batch_id = $2 AND outcome IN ('changed', 'restored', 'kept')
      ORDER BY comment_id LIMIT 1) IS NULL
    ORDER BY batch_id
  )`

/** Makes items of them, so that what becomes of each can be noted. */
export async function addDecidedAtOnce(db: Db, siteId: string, batchId: string): Promise<void> {
  await db.query(
    `INSERT INTO batch_item (site_id, batch_id, comment_id, seen_version, outcome)
     SELECT $1, $2, d.comment_id, d.seen_version, 'changed' FROM ${DECIDED_AT_ONCE} d`,
    [siteId, batchId],
    'add-decided-at-once',
  )
}

/** Notes what became of some items. They are looked for between the first and the last of them, not in all of the batch. */
export async function setOutcomes(db: Db, siteId: string, batchId: string, outcomes: readonly ItemOutcome[]): Promise<void> {
  const ids = outcomes.map((o) => o.commentId)
  const ordered = ids.toSorted()
  await db.query(
    `UPDATE batch_item SET outcome = o.outcome, detail = o.detail
     FROM unnest($3::uuid[], $4::batch_outcome[], $5::text[]) AS o (comment_id, outcome, detail)
     WHERE batch_item.site_id = $1 AND batch_item.batch_id = $2 AND batch_item.comment_id = o.comment_id
       AND batch_item.comment_id BETWEEN $6 AND $7`,
    [siteId, batchId, ids, outcomes.map((o) => o.outcome), outcomes.map((o) => o.detail), ordered[0], ordered.at(-1)],
    'set-batch-outcomes',
  )
}

export async function markStarted(db: Db, siteId: string, id: string, at: Date): Promise<void> {
  await db.query(`UPDATE batch SET state = 'done', started_at = $3 WHERE site_id = $1 AND id = $2`, [siteId, id, at], 'start-batch')
}

export async function markUndone(db: Db, siteId: string, id: string, by: string, at: Date): Promise<void> {
  await db.query(
    `UPDATE batch SET state = 'undone', undone_at = $4, undone_by = $3 WHERE site_id = $1 AND id = $2`,
    [siteId, id, by, at],
    'undo-batch',
  )
}

/** Who decided last on each of these comments. */
export async function listLastDeciders(db: Db, siteId: string, commentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; name: string }>(
    `SELECT u.id, d.actor_name AS name FROM unnest($2::uuid[]) AS u (id)
     CROSS JOIN LATERAL (SELECT actor_name FROM decision WHERE site_id = $1 AND comment_id = u.id ORDER BY id DESC LIMIT 1) d`,
    [siteId, commentIds],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

export const NO_OUTCOMES = Object.fromEntries(BATCH_OUTCOMES.map((outcome) => [outcome, 0])) as Record<BatchOutcome, number>
