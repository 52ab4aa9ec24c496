import type { RuleDid, RuleMade } from '../domain/rules/deed'
import { RULE_OUTCOMES } from '../domain/rules/rule'
import { AGREEING } from '../domain/rules/trial'
import { IS_HARSH } from './comment/harsh-text'
import { textInRevision } from './comment/revision-text'
import type { Db } from './connection'
import { excerptOf } from './comment/excerpt'

/** What a rule did with a text, as it is noted. */
export interface NewDeed {
  commentId: string
  revision: number
  ruleId: string
  run: number
  outcome: RuleDid
}

/** Notes what rules did at a moment, in one statement. That something is noted already must keep no comment out. */
export async function insertDeeds(db: Db, siteId: string, deeds: readonly NewDeed[], at: Date): Promise<void> {
  await db.query(
    `INSERT INTO rule_deed (site_id, comment_id, revision, rule_id, run, outcome, at)
     SELECT $1, d.*, $7 FROM unnest($2::uuid[], $3::int[], $4::uuid[], $5::int[], $6::text[]::rule_did[]) d ON CONFLICT DO NOTHING`,
    [
      siteId,
      deeds.map(({ commentId }) => commentId),
      deeds.map(({ revision }) => revision),
      deeds.map(({ ruleId }) => ruleId),
      deeds.map(({ run }) => run),
      deeds.map(({ outcome }) => outcome),
      at,
    ],
    'rule-deeds',
  )
}

/** Follows a site's decisions from a position in its feed on, and draws from what rules decide from now on; nothing when it is followed already. */
export async function beginWatch(db: Db, siteId: string, position: number, now: Date): Promise<void> {
  await db.query('INSERT INTO rule_watch (site_id, position, checked_to) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    siteId,
    position,
    now,
  ])
}

/** Sites whose decisions are followed. */
export async function listWatchedSites(db: Db): Promise<string[]> {
  const rows = await db.query<{ siteId: string }>('SELECT site_id AS "siteId" FROM rule_watch ORDER BY site_id', [], 'rule-watches')
  return rows.map(({ siteId }) => siteId)
}

/** How far a site's decisions have been followed, and nobody else follows them until the transaction ends; null when nobody is to. */
export async function lockWatch(db: Db, siteId: string): Promise<number | null> {
  const [row] = await db.query<{ position: number }>(
    'SELECT position FROM rule_watch WHERE site_id = $1 FOR UPDATE',
    [siteId],
    'rule-watch',
  )
  return row?.position ?? null
}

export async function putWatch(db: Db, siteId: string, position: number): Promise<void> {
  await db.query('UPDATE rule_watch SET position = $2 WHERE site_id = $1', [siteId, position], 'rule-watch-on')
}

const FEED_PAGE = `
  SELECT max(position) AS position, count(*) AS count
  FROM (SELECT position FROM feed_entry WHERE site_id = $1 AND position > $2 ORDER BY position LIMIT $3) page`

/**
 * The last decision on a text says what people have made of it: its `after` is the comment's state, so that an undo speaks for what it
 * brought back. What is done with a comment that its source has deleted says nothing of its text. Decisions on a comment are known by one index (docs/decisions/0029); each has seen the version that the one before left.
 */
const MAKE = `
  WITH touched AS (
    SELECT DISTINCT d.comment_id, d.revision FROM feed_entry e JOIN decision d ON d.site_id = e.site_id AND d.id = e.decision_id
    WHERE e.site_id = $1 AND e.position > $2 AND e.position <= $3 AND d.comment_id IS NOT NULL
  ), told AS (
    SELECT r.comment_id, r.revision, r.rule_id, CASE
      WHEN (l.after ->> 'isReviewed')::boolean THEN CASE
        WHEN l.after ->> 'status' = 'rejected' THEN 'rejected'
        WHEN l.after #>> '{marks,uncivil}' IS NOT NULL OR (l.after #>> '{marks,offTopic}')::boolean THEN 'marked'
        ELSE 'kept' END
      WHEN r.outcome = 'reject' AND l.after ->> 'status' <> 'rejected' THEN 'undone' END::rule_made AS made, l.decided_at
    FROM touched t JOIN rule_deed r ON r.site_id = $1 AND r.comment_id = t.comment_id AND r.revision = t.revision
    CROSS JOIN LATERAL (
      SELECT after, decided_at FROM (SELECT * FROM decision WHERE site_id = $1 AND comment_id = t.comment_id ORDER BY id DESC OFFSET 0) d
      WHERE d.revision = t.revision AND d.after ->> 'status' <> 'removed' ORDER BY d.seen_version DESC, d.id DESC LIMIT 1
    ) l
  )
  UPDATE rule_deed r SET made = told.made, made_at = CASE WHEN told.made IS NOT NULL THEN told.decided_at END FROM told
  WHERE r.site_id = $1 AND r.comment_id = told.comment_id AND r.revision = told.revision AND r.rule_id = told.rule_id
    AND r.made IS DISTINCT FROM told.made`

/** Writes what the decisions after a position make of rules' deeds, so many decisions at once. Null when there are none. */
export async function followDecisions(
  db: Db,
  siteId: string,
  after: number,
  limit: number,
): Promise<{ position: number; hasMore: boolean } | null> {
  const [page] = await db.query<{ position: number | null; count: number }>(FEED_PAGE, [siteId, after, limit], 'rule-feed')
  const position = page?.position ?? null
  if (position === null) return null
  await db.query(MAKE, [siteId, after, position], 'rule-made')
  return { position, hasMore: page?.count === limit }
}

/** How often a rule did something of which people made something; since each of three moments. */
export interface DeedCount {
  ruleId: string
  outcome: RuleDid
  made: RuleMade | null
  today: number
  week: number
  month: number
}

/** Counts what rules did, within one index. `month` is the earliest of the moments. */
export async function countDeeds(db: Db, siteId: string, since: { today: Date; week: Date; month: Date }): Promise<DeedCount[]> {
  return db.query<DeedCount>(
    `SELECT rule_id AS "ruleId", outcome, made, count(*) FILTER (WHERE at >= $2) AS today, count(*) FILTER (WHERE at >= $3) AS week, count(*) AS month
     FROM rule_deed WHERE site_id = $1 AND at >= $4 GROUP BY rule_id, outcome, made`,
    [siteId, since.today, since.week, since.month],
    'rule-figures',
  )
}

const OTHERWISE = `(r.outcome::text, r.made::text) NOT IN (${RULE_OUTCOMES.flatMap((outcome) => AGREEING[outcome].map((made) => `('${outcome}', '${made}')`)).join(', ')})`

/** A deed of which people made something else; `excerpt` is of the text as the rule saw it. */
export interface OtherwiseRow {
  id: string
  excerpt: string
  articleTitle: string
  did: Exclude<RuleDid, 'passed_over'>
  made: RuleMade
  isHarsh: boolean
  at: Date
}

/** What people saw otherwise of what a rule did since a moment, the newest first; what the source deleted is not shown. */
export async function listOtherwise(db: Db, siteId: string, ruleId: string, since: Date, limit: number): Promise<OtherwiseRow[]> {
  return db.query<OtherwiseRow>(
    `SELECT c.id, ${excerptOf(textInRevision('r.revision'), 200)} AS excerpt,
       a.title AS "articleTitle", r.outcome AS did, r.made, ${IS_HARSH} AS "isHarsh", r.at
     FROM rule_deed r JOIN comment c ON c.site_id = $1 AND c.id = r.comment_id JOIN article a ON a.site_id = $1 AND a.id = c.article_id
     WHERE r.site_id = $1 AND r.rule_id = $2 AND r.at >= $3 AND r.made IS NOT NULL AND r.outcome <> 'passed_over' AND ${OTHERWISE}
       AND c.status <> 'removed'
     ORDER BY r.at DESC, r.comment_id DESC LIMIT $4`,
    [siteId, ruleId, since, limit],
    'rule-otherwise',
  )
}
