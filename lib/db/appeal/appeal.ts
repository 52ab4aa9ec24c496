import type { AppealSubject, AppealState } from '../../domain/appeals'
import type { Db } from '../connection'

/** What stands against a comment. */
export interface StandingDecision {
  id: string
  subject: AppealSubject
}

// Of a rejected comment what rejected it, of another what set a mark that is still there; the latest that nobody took back.
const STANDING = `
  SELECT d.id, CASE WHEN c.status = 'rejected' THEN 'rejection' ELSE d.mark::text END AS subject
  FROM comment c CROSS JOIN LATERAL (
    SELECT id, mark FROM decision o
    WHERE o.site_id = c.site_id AND o.comment_id = c.id AND o.kind IN ('reject', 'mark')
      AND CASE WHEN c.status = 'rejected'
        THEN o.kind = 'reject' OR o.before ->> 'status' <> 'rejected' AND o.after ->> 'status' = 'rejected'
        ELSE o.mark = 'off_topic' AND c.marked_off_topic OR o.mark = 'uncivil' AND c.marked_uncivil IS NOT NULL END
      AND NOT EXISTS (SELECT FROM decision u WHERE u.site_id = o.site_id AND u.undoes_id = o.id)
    ORDER BY o.seen_version DESC LIMIT 1
  ) d
  WHERE c.site_id = $1 AND c.id = $2 AND c.status <> 'removed'`

/** The decision that a comment's author can appeal against; null when nothing was decided against it. */
export async function findStandingDecision(db: Db, siteId: string, commentId: string): Promise<StandingDecision | null> {
  const [row] = await db.query<StandingDecision>(STANDING, [siteId, commentId], 'appeal-standing')
  return row ?? null
}

interface NewAppeal {
  id: string
  commentId: string
  decisionId: string
  subject: AppealSubject
  statement: string
  appealedAt: Date
  receivedAt: Date
}

/** Keeps an appeal. That one is open stands on the comment from then on, by a trigger. */
export async function insertAppeal(db: Db, siteId: string, appeal: NewAppeal): Promise<void> {
  const { id, commentId, decisionId, subject, statement, appealedAt, receivedAt } = appeal
  await db.query(
    `INSERT INTO appeal (site_id, id, comment_id, decision_id, subject, statement, appealed_at, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [siteId, id, commentId, decisionId, subject, statement, appealedAt, receivedAt],
    'insert-appeal',
  )
}

/** An appeal that was made before on the same comment. */
export interface EarlierAppeal extends Pick<NewAppeal, 'id' | 'decisionId' | 'subject' | 'statement'> {
  state: AppealState
}

/** The appeals on a comment, the latest first; few, since each decision can be appealed against once. */
export function listAppealsOn(db: Db, siteId: string, commentId: string): Promise<EarlierAppeal[]> {
  return db.query<EarlierAppeal>(
    `SELECT id, decision_id AS "decisionId", subject, statement, coalesce(outcome::text, 'open') AS state
     FROM appeal WHERE site_id = $1 AND comment_id = $2 ORDER BY received_at DESC, id DESC LIMIT 100`,
    [siteId, commentId],
    'appeals-on',
  )
}

/** How many appeals are open on a site, and when the latest of them came in; null when none is. */
export async function readOpenAppeals(db: Db, siteId: string): Promise<{ open: number; latestAt: Date | null }> {
  const [row] = await db.query<{ open: number; latestAt: Date | null }>(
    'SELECT count(*) AS open, max(received_at) AS "latestAt" FROM appeal WHERE site_id = $1 AND outcome IS NULL',
    [siteId],
    'open-appeals',
  )
  return row ?? { open: 0, latestAt: null }
}
