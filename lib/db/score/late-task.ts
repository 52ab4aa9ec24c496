import type { Db } from '../connection'

/** A text that the slow scorers have been given. */
export interface LateTaskRow {
  siteId: string
  commentId: string
  revision: number
  /** Until when it was taken. */
  heldUntil: Date
}

/** Has the slow scorers look at texts, in place of what they were to look at of the same comments. */
export async function noteLateTexts(
  db: Db,
  { siteId, ids, revisions }: { siteId: string; ids: readonly string[]; revisions: readonly number[] },
  now: Date,
): Promise<void> {
  await db.query(
    `INSERT INTO late_score_task (site_id, comment_id, revision, noted_at)
     SELECT $1, t.id, t.revision, $4 FROM unnest($2::uuid[], $3::int[]) AS t (id, revision)
     ON CONFLICT (site_id, comment_id) DO UPDATE SET revision = excluded.revision, noted_at = excluded.noted_at, held_until = NULL`,
    [siteId, ids, revisions, now],
    'note-late-texts',
  )
}

/** Takes the newest texts that nobody is at, until `heldUntil`. */
export async function claimLateTexts(db: Db, now: Date, heldUntil: Date, count: number): Promise<LateTaskRow[]> {
  return db.query<LateTaskRow>(
    `UPDATE late_score_task SET held_until = $2 WHERE (site_id, comment_id) IN (
       SELECT site_id, comment_id FROM late_score_task WHERE held_until IS NULL OR held_until <= $1
       ORDER BY noted_at DESC, comment_id DESC LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING site_id AS "siteId", comment_id AS "commentId", revision, held_until AS "heldUntil"`,
    [now, heldUntil, count],
    'claim-late-texts',
  )
}

/** Done, unless the text has been replaced, is to be read anew or was taken by somebody else meanwhile. */
export async function deleteLateTasks(db: Db, tasks: readonly LateTaskRow[]): Promise<void> {
  await db.query(
    `DELETE FROM late_score_task USING unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[]) AS t (site_id, comment_id, revision, held_until)
     WHERE late_score_task.site_id = t.site_id AND late_score_task.comment_id = t.comment_id AND late_score_task.revision = t.revision
       AND late_score_task.held_until = t.held_until`,
    [tasks.map((t) => t.siteId), tasks.map((t) => t.commentId), tasks.map((t) => t.revision), tasks.map((t) => t.heldUntil)],
    'delete-late-tasks',
  )
}

/** Forgets texts that were noted before `since`; returns how many. */
export async function skipLateTexts(db: Db, since: Date): Promise<number> {
  return (await db.query('DELETE FROM late_score_task WHERE noted_at < $1 RETURNING 1', [since], 'skip-late-texts')).length
}

/** Whether at least so many texts were noted after `since`. */
export async function isNoting(db: Db, since: Date, texts: number): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM late_score_task WHERE noted_at > $1 LIMIT $2', [since, texts], 'noting-late-texts')
  return rows.length >= texts
}

/** Whether at least so many ingest transactions are still to be indexed: then the machine has better to do. */
export async function isIndexingBehind(db: Db, transactions: number): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM document_backlog WHERE failures = 0 LIMIT $1', [transactions], 'indexing-behind')
  return rows.length >= transactions
}
