import type { LookAnswer, Verdict } from '../../domain/second-look'
import { textInRevision } from '../comment/revision-text'
import type { Db } from '../connection'

/** Who asks, and when. */
interface Asked {
  siteId: string
  userId: string
  now: Date
}

/** Decisions by the one index that knows them (docs/decisions/0029). */
const DECISIONS = '(SELECT * FROM decision WHERE site_id = $1 AND comment_id = s.comment_id ORDER BY id DESC OFFSET 0)'

/**
 * A look `s` that waits for the user $3 at the time $2: nobody has answered it, they had no part in what was decided on the comment,
 * what a colleague decided has not been taken back, and the comment is still there. What a rule decided is checked whatever became of it.
 */
const WAITING = `s.site_id = $1 AND s.answered_at IS NULL AND s.expires_at > $2
  AND (SELECT c.status <> 'removed' AND c.erased_at IS NULL FROM comment c WHERE c.site_id = $1 AND c.id = s.comment_id)
  AND (SELECT d.id FROM ${DECISIONS} d WHERE d.actor_id = $3 OR d.undoes_id = s.decision_id LIMIT 1) IS NULL`

/** Whether anything is drawn on the site: of what people decide, or of what rules decide alone. */
export async function hasLooks(db: Db, siteId: string): Promise<boolean> {
  const [row] = await db.query<{ isOn: boolean }>(
    `SELECT EXISTS (SELECT FROM second_look_setting WHERE site_id = $1 AND share > 0) OR EXISTS (
       SELECT FROM rule_watch WHERE site_id = $1 AND check_share > 0 AND EXISTS (
         SELECT FROM rule WHERE site_id = $1 AND is_on AND outcome <> 'hold')) AS "isOn"`,
    [siteId],
    'looks-on',
  )
  return row?.isOn ?? false
}

const COUNT = `SELECT count(*) FROM second_look s WHERE ${WAITING}`

/** How many looks wait for this person. */
export async function countWaitingLooks(db: Db, { siteId, userId, now }: Asked): Promise<number> {
  const [row] = await db.query<{ count: number }>(COUNT, [siteId, now, userId], 'looks-count')
  return row?.count ?? 0
}

/** What stands for the looks that wait on the site, whoever may answer them: another text when one more waits, or one less. */
export async function readLooksStanding(db: Db, siteId: string, now: Date): Promise<string> {
  const [row] = await db.query<{ standing: string }>(
    `SELECT count(*) || ' ' || coalesce(max(decided_at)::text, '') AS standing FROM second_look
     WHERE site_id = $1 AND answered_at IS NULL AND expires_at > $2`,
    [siteId, now],
    'looks-standing',
  )
  return row?.standing ?? ''
}

/** Everybody has an order of their own, so that two seldom have the same comment before them. */
const ORDER = (id: string) => `md5(${id}::text || $3::text)`
const NEXT = `
  SELECT s.id, s.article_id, s.decided_at, c.parent_id, c.commenter_id, c.incivility, ${textInRevision('s.revision')} AS body
  FROM second_look s JOIN comment c ON c.site_id = $1 AND c.id = s.comment_id
  WHERE ${WAITING} AND ($4::uuid IS NULL OR ${ORDER('s.id')} > ${ORDER('$4::uuid')}) ORDER BY ${ORDER('s.id')} LIMIT 1`
const ABOVE = `
  WITH RECURSIVE above AS (
    SELECT 1 AS step, p.id, p.parent_id, p.commenter_id, p.body, p.status, p.incivility FROM comment p WHERE p.site_id = $1 AND p.id = $2
    UNION ALL
    SELECT above.step + 1, p.id, p.parent_id, p.commenter_id, p.body, p.status, p.incivility
    FROM above JOIN comment p ON p.site_id = $1 AND p.id = above.parent_id WHERE above.step < $4
  )
  SELECT commenter_id AS "commenterId", incivility, CASE WHEN status <> 'removed' THEN coalesce((
    SELECT r.body FROM comment_revision r WHERE r.site_id = $1 AND r.comment_id = above.id AND r.replaced_at > $3 ORDER BY r.number LIMIT 1
  ), body) END AS text FROM above ORDER BY step DESC`
const ARTICLE = `SELECT title, section, standfirst, left(body, $3) AS body FROM article WHERE site_id = $1 AND id = $2`

/** A comment as it stood when it was decided on. */
export interface LookRow {
  id: string
  body: string
  commenterId: string | null
  /** The highest score, 0–1. */
  incivility: number
  /** The nearest last; the text is null when it was deleted at its source. */
  above: { commenterId: string | null; incivility: number; text: string | null }[]
  article: { title: string; section: string | null; standfirst: string | null; body: string }
}

interface NextRecord {
  id: string
  article_id: string
  decided_at: Date
  parent_id: string | null
  commenter_id: string | null
  incivility: number
  body: string
}

/** The look that comes after another in this person's order, or the first; null when there is none. */
export async function findNextLook(
  db: Db,
  { siteId, userId, now }: Asked,
  after: string | null,
  most: { above: number; articleLength: number },
): Promise<LookRow | null> {
  const [row] = await db.query<NextRecord>(NEXT, [siteId, now, userId, after], 'look-next')
  if (!row) return null
  const [above, [article]] = await Promise.all([
    row.parent_id === null
      ? []
      : db.query<LookRow['above'][number]>(ABOVE, [siteId, row.parent_id, row.decided_at, most.above], 'look-above'),
    db.query<LookRow['article']>(ARTICLE, [siteId, row.article_id, most.articleLength], 'look-article'),
  ])
  const { id, body, commenter_id: commenterId, incivility } = row
  return { id, body, commenterId, incivility, above, article: article ?? { title: '', section: null, standfirst: null, body: '' } }
}

const ANSWER = `UPDATE second_look s SET second = $5, answer = $6, answered_by = $3, answered_at = $2 WHERE ${WAITING} AND s.id = $4 RETURNING s.id`

/** Writes an answer if the look still waits for this person; false when not. Of two at once, one does. */
export async function answerLook(
  db: Db,
  { siteId, userId, now }: Asked,
  { id, second, answer }: { id: string; second: Verdict | 'unsure'; answer: LookAnswer },
): Promise<boolean> {
  return (await db.query(ANSWER, [siteId, now, userId, id, second, JSON.stringify(answer)], 'look-answer')).length > 0
}

/** Takes an answer back that this person gave after `since` and that nobody has dealt with; false when there is none. */
export async function takeBackAnswer(db: Db, { siteId, userId }: Omit<Asked, 'now'>, id: string, since: Date): Promise<boolean> {
  const rows = await db.query(
    `UPDATE second_look SET second = NULL, answer = NULL, answered_by = NULL, answered_at = NULL
     WHERE site_id = $1 AND id = $2 AND answered_by = $3 AND answered_at > $4 AND settled_at IS NULL RETURNING id`,
    [siteId, id, userId, since],
    'look-take-back',
  )
  return rows.length > 0
}

/** Forgets looks that nobody answered and whose time was up before `before`, at most `limit`; returns how many. */
export async function purgeLooks(db: Db, before: Date, limit: number): Promise<number> {
  const rows = await db.query(
    `DELETE FROM second_look s USING (
       SELECT site_id, id FROM second_look WHERE answered_at IS NULL AND expires_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED
     ) old WHERE s.site_id = old.site_id AND s.id = old.id RETURNING s.id`,
    [before, limit],
  )
  return rows.length
}

/** Who has answered a look; null when there is none of this id. */
export async function findLookStanding(db: Db, siteId: string, id: string): Promise<{ answeredBy: string | null } | null> {
  const [row] = await db.query<{ answeredBy: string | null }>(
    'SELECT answered_by AS "answeredBy" FROM second_look WHERE site_id = $1 AND id = $2',
    [siteId, id],
  )
  return row ?? null
}
