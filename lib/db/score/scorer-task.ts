import type { MissingScore } from '../../contracts/remote-scorer'
import type { Db } from '../connection'

/** A text for a scorer, taken until its lease runs out. */
export interface ScorerTaskRow {
  siteId: string
  scorerId: string
  commentId: string
  revision: number
  /** This one included. */
  attempts: number
}

/** Texts to be scored: ids with the revision that each has now. */
interface NotedTexts {
  siteId: string
  ids: readonly string[]
  revisions: readonly number[]
}

/**
 * Has every scorer of the site that is not paused asked about these texts, from the beginning: what was to be done about
 * their older texts is no more.
 */
export async function noteForRemoteScorers(db: Db, { siteId, ids, revisions }: NotedTexts, now: Date): Promise<void> {
  await db.query(
    `INSERT INTO scorer_task (site_id, comment_id, scorer_id, revision, next_attempt_at, noted_at)
     SELECT $1, t.id, s.id, t.revision, $4, $4 FROM unnest($2::uuid[], $3::int[]) AS t (id, revision)
     CROSS JOIN (SELECT id FROM remote_scorer WHERE site_id = $1 AND paused_at IS NULL) s
     ON CONFLICT (site_id, comment_id, scorer_id) DO UPDATE SET revision = excluded.revision, attempts = 0, is_dead = false,
       failure = NULL, next_attempt_at = excluded.next_attempt_at, noted_at = excluded.noted_at`,
    [siteId, ids, revisions, now],
    'note-for-scorers',
  )
}

/** Takes up to `count` texts that are due for a scorer, until `leaseMs` from now: after that, somebody else may. */
export async function claimScorerTasks(
  db: Db,
  { siteId, id }: { siteId: string; id: string },
  { now, leaseMs, count }: { now: Date; leaseMs: number; count: number },
): Promise<ScorerTaskRow[]> {
  return db.query<ScorerTaskRow>(
    `UPDATE scorer_task SET attempts = attempts + 1, next_attempt_at = $3::timestamptz + make_interval(secs => $4 / 1000.0)
     WHERE (site_id, comment_id, scorer_id) IN (
       SELECT site_id, comment_id, scorer_id FROM scorer_task
       WHERE site_id = $1 AND scorer_id = $2 AND NOT is_dead AND next_attempt_at <= $3
       ORDER BY next_attempt_at LIMIT $5 FOR UPDATE SKIP LOCKED)
     RETURNING site_id AS "siteId", scorer_id AS "scorerId", comment_id AS "commentId", revision, attempts`,
    [siteId, id, now, leaseMs, count],
    'claim-scorer-tasks',
  )
}

/** The task as it was taken: a newer text, or somebody who took it over, is left alone. */
const SAME_TASK = 'site_id = $1 AND comment_id = $2 AND scorer_id = $3 AND revision = $4 AND attempts = $5 AND NOT is_dead'
const keyOf = (task: ScorerTaskRow) => [task.siteId, task.commentId, task.scorerId, task.revision, task.attempts]

/** Done. */
export async function deleteScorerTask(db: Db, task: ScorerTaskRow): Promise<void> {
  await db.query(`DELETE FROM scorer_task WHERE ${SAME_TASK}`, keyOf(task), 'delete-scorer-task')
}

/** Not done: tried again at `nextAttemptAt`, or given up (null). */
export async function postponeScorerTask(db: Db, task: ScorerTaskRow, failure: string, nextAttemptAt: Date | null): Promise<void> {
  await db.query(
    `UPDATE scorer_task SET failure = $6, is_dead = $7::timestamptz IS NULL, next_attempt_at = coalesce($7::timestamptz, next_attempt_at)
     WHERE ${SAME_TASK}`,
    [...keyOf(task), failure, nextAttemptAt],
    'postpone-scorer-task',
  )
}

/** Gives up what has waited since before `since`, and forgets what was given up before `forgetBefore`. */
export async function expireScorerTasks(db: Db, since: Date, forgetBefore: Date): Promise<void> {
  await db.query(
    `UPDATE scorer_task SET is_dead = true, failure = coalesce(failure, 'It did not come to it within a day.')
     WHERE NOT is_dead AND noted_at < $1`,
    [since],
  )
  await db.query('DELETE FROM scorer_task WHERE is_dead AND noted_at < $1', [forgetBefore])
}

/** The scorers that have not scored a comment's text, by name. */
export async function listMissingScores(db: Db, siteId: string, commentId: string): Promise<MissingScore[]> {
  return db.query<MissingScore>(
    `SELECT s.name AS scorer, t.failure, NOT t.is_dead AS "isWaiting" FROM scorer_task t
     CROSS JOIN LATERAL (SELECT name FROM remote_scorer WHERE site_id = t.site_id AND id = t.scorer_id LIMIT 1) s
     WHERE t.site_id = $1 AND t.comment_id = $2 ORDER BY s.name`,
    [siteId, commentId],
    'missing-scores',
  )
}
