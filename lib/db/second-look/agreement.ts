import type { PairCount } from '../../domain/agreement'
import type { LookAnswer, Verdict } from '../../domain/second-look'
import type { MarkName, UncivilKind } from '../../domain/comment'
import { textInRevision } from '../comment/revision-text'
import type { Db } from '../connection'

/** How often two came to these verdicts in a section about decisions of a week. */
export interface PairRow extends PairCount<Verdict> {
  section: string | null
  /** The Monday in UTC, YYYY-MM-DD. */
  week: string
}

/** What came of the looks at people's decisions since a moment, those that the text did not tell apart left out. */
export async function listPairs(db: Db, siteId: string, from: Date): Promise<PairRow[]> {
  return db.query<PairRow>(
    `SELECT s.verdict AS first, s.second, a.section, to_char(date_trunc('week', s.decided_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS week, count(*)
     FROM second_look s LEFT JOIN article a ON a.site_id = s.site_id AND a.id = s.article_id
     WHERE s.site_id = $1 AND s.decided_at >= $2 AND s.answered_at IS NOT NULL AND s.second <> 'unsure' AND s.rule_id IS NULL GROUP BY 1, 2, 3, 4`,
    [siteId, from],
    'look-pairs',
  )
}

/** What became of everything that was drawn of what people decided. */
export interface LookTotals {
  drawn: number
  unsure: number
  waiting: number
  expired: number
}

export async function countDrawn(db: Db, siteId: string, from: Date, now: Date): Promise<LookTotals> {
  const [row] = await db.query<LookTotals>(
    `SELECT count(*) AS drawn, count(*) FILTER (WHERE second = 'unsure') AS unsure,
       count(*) FILTER (WHERE answered_at IS NULL AND expires_at > $3) AS waiting,
       count(*) FILTER (WHERE answered_at IS NULL AND expires_at <= $3) AS expired
     FROM second_look WHERE site_id = $1 AND decided_at >= $2 AND rule_id IS NULL`,
    [siteId, from, now],
    'look-totals',
  )
  return row ?? { drawn: 0, unsure: 0, waiting: 0, expired: 0 }
}

/** Two who differed, as they are stored. */
export interface DisagreementRow {
  id: string
  commentId: string
  body: string
  incivility: number
  title: string
  section: string | null
  decidedAt: Date
  verdict: Verdict
  /** Of the decision; the mark is the one that it set. */
  reason: string | null
  mark: MarkName | null
  /** What the comment was marked with then. */
  uncivilKind: UncivilKind | null
  answer: LookAnswer
}

/** Nobody has decided on the comment anew since: then the matter is dealt with. */
const IS_OPEN = `s.site_id = $1 AND s.second <> s.verdict AND s.second <> 'unsure'::look_verdict AND s.settled_at IS NULL AND s.rule_id IS NULL
  AND (SELECT l.id FROM (SELECT * FROM decision WHERE site_id = $1 AND comment_id = s.comment_id ORDER BY id DESC OFFSET 0) l
    WHERE l.decided_at > s.decided_at AND l.actor_kind = 'user' AND l.kind IN ('approve', 'reject', 'mark', 'clear_mark', 'undo') LIMIT 1) IS NULL`

/** Disagreements that nobody has dealt with, of comments that are still there, the latest first. */
export async function listDisagreementRows(db: Db, siteId: string, limit: number): Promise<DisagreementRow[]> {
  return db.query<DisagreementRow>(
    `SELECT s.id, s.comment_id AS "commentId", c.incivility, a.title, a.section, s.decided_at AS "decidedAt", s.verdict, d.reason, d.mark,
       d.after #>> '{marks,uncivil}' AS "uncivilKind", s.answer, ${textInRevision('s.revision')} AS body
     FROM second_look s JOIN comment c ON c.site_id = $1 AND c.id = s.comment_id JOIN article a ON a.site_id = $1 AND a.id = s.article_id
     JOIN decision d ON d.site_id = $1 AND d.id = s.decision_id
     WHERE ${IS_OPEN} AND c.status <> 'removed' ORDER BY s.answered_at DESC, s.id DESC LIMIT $2`,
    [siteId, limit],
    'look-disagreements',
  )
}

/** Lets the first decision stand; false when there is nothing open of this id. */
export async function settleLook(db: Db, siteId: string, id: string, by: string, now: Date): Promise<boolean> {
  const rows = await db.query(
    `UPDATE second_look s SET settled_by = $3, settled_at = $4 WHERE s.id = $2 AND ${IS_OPEN} RETURNING s.id`,
    [siteId, id, by, now],
    'look-settle',
  )
  return rows.length > 0
}
