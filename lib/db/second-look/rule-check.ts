import type { RuleOutcome } from '../../domain/rules/rule'
import type { Evidence } from '../../domain/rules/stop'
import type { LookAnswer, Verdict } from '../../domain/second-look'
import { IS_HARSH } from '../comment/harsh-text'
import { textInRevision } from '../comment/revision-text'
import type { Db } from '../connection'
import { CHANCE } from './draw'
import { excerptOf } from '../comment/excerpt'

/** How a site's rules are checked at random: `share` 0–1 of what they decide alone, and until when that has been drawn from. */
export interface CheckSetting {
  share: number
  checkedTo: Date
}

const SETTING = 'SELECT check_share AS share, checked_to AS "checkedTo" FROM rule_watch WHERE site_id = $1'

/** Null where there never was a rule. */
export async function findCheckSetting(db: Db, siteId: string): Promise<CheckSetting | null> {
  const [row] = await db.query<CheckSetting>(SETTING, [siteId], 'check-setting')
  return row ?? null
}

/** The same, and nobody else draws from it or changes it until the transaction ends. */
export async function lockCheckSetting(db: Db, siteId: string): Promise<CheckSetting | null> {
  const [row] = await db.query<CheckSetting>(`${SETTING} FOR UPDATE`, [siteId], 'check-setting-lock')
  return row ?? null
}

export async function putCheckSetting(db: Db, siteId: string, { share, checkedTo }: CheckSetting): Promise<void> {
  await db.query(
    'UPDATE rule_watch SET check_share = $2, checked_to = $3 WHERE site_id = $1',
    [siteId, share, checkedTo],
    'check-setting-put',
  )
}

/** What a rule decided and chance has drawn. */
export interface DrawnDeed {
  ruleId: string
  run: number
  commentId: string
  articleId: string
  revision: number
  outcome: Extract<RuleOutcome, 'publish' | 'reject'>
  at: Date
}

/**
 * What chance draws of the things that rules decided alone between two moments, as they are on now, of comments that are still there. The
 * same ones whenever it is asked, in the order in which they were decided.
 */
export async function listDrawnDeeds(db: Db, siteId: string, from: Date, to: Date, share: number): Promise<DrawnDeed[]> {
  return db.query<DrawnDeed>(
    `SELECT d.rule_id AS "ruleId", d.run, d.comment_id AS "commentId", c.article_id AS "articleId", d.revision, d.outcome, d.at
     FROM (
       SELECT * FROM rule_deed WHERE site_id = $1 AND at > $2 AND at <= $3 AND outcome IN ('publish', 'reject')
         AND ${CHANCE("(comment_id::text || ' ' || revision::text)")} < $4 OFFSET 0
     ) d JOIN rule r ON r.site_id = $1 AND r.id = d.rule_id AND r.run = d.run AND r.is_on AND r.stopped IS NULL
     JOIN comment c ON c.site_id = $1 AND c.id = d.comment_id AND c.status <> 'removed'
     ORDER BY d.at, d.comment_id`,
    [siteId, from, to, share],
    'checks-drawn',
  )
}

/** How many checks of each rule wait. */
export async function countWaitingChecks(db: Db, siteId: string, now: Date): Promise<Map<string, number>> {
  const rows = await db.query<{ ruleId: string; count: number }>(
    `SELECT rule_id AS "ruleId", count(*) FROM second_look
     WHERE site_id = $1 AND answered_at IS NULL AND expires_at > $2 AND rule_id IS NOT NULL GROUP BY rule_id`,
    [siteId, now],
    'checks-waiting',
  )
  return new Map(rows.map(({ ruleId, count }) => [ruleId, count]))
}

/** Puts checks down to wait among the second looks until `expiresAt`; of what has one already, nothing. */
export async function addChecks(
  db: Db,
  siteId: string,
  checks: readonly (DrawnDeed & { verdict: Verdict })[],
  expiresAt: Date,
): Promise<void> {
  await db.query(
    `INSERT INTO second_look (site_id, id, rule_id, run, comment_id, article_id, revision, verdict, decided_at, expires_at)
     SELECT $1, gen_random_uuid(), l.*, $9 FROM unnest($2::uuid[], $3::int[], $4::uuid[], $5::uuid[], $6::int[], $7::text[]::look_verdict[],
       $8::timestamptz[]) l
     ON CONFLICT DO NOTHING`,
    [
      siteId,
      checks.map(({ ruleId }) => ruleId),
      checks.map(({ run }) => run),
      checks.map(({ commentId }) => commentId),
      checks.map(({ articleId }) => articleId),
      checks.map(({ revision }) => revision),
      checks.map(({ verdict }) => verdict),
      checks.map(({ at }) => at.toISOString()),
      expiresAt,
    ],
  )
}

/** What came of the checks of a rule in one of its times of being on: `wrong` came to another verdict; `unsure` are in no other figure. */
export interface CheckCount extends Evidence {
  unsure: number
  waiting: number
}

export async function countChecks(db: Db, siteId: string, ruleId: string, run: number, now: Date): Promise<CheckCount> {
  const [row] = await db.query<CheckCount>(
    `SELECT count(*) FILTER (WHERE second <> verdict AND second <> 'unsure') AS wrong, count(*) FILTER (WHERE second <> 'unsure') AS of,
       count(*) FILTER (WHERE second = 'unsure') AS unsure, count(*) FILTER (WHERE answered_at IS NULL AND expires_at > $4) AS waiting
     FROM second_look WHERE site_id = $1 AND rule_id = $2 AND run = $3`,
    [siteId, ruleId, run, now],
    'rule-checks',
  )
  return row ?? { wrong: 0, of: 0, unsure: 0, waiting: 0 }
}

/** A check that came to another verdict than the rule. */
export interface FailedCheckRow {
  id: string
  excerpt: string
  articleTitle: string
  did: Extract<RuleOutcome, 'publish' | 'reject'>
  answer: LookAnswer
  isHarsh: boolean
  at: Date
}

/** The checks of a rule since a moment that came to another verdict, the newest first; what the source deleted is not shown. */
export async function listFailedChecks(db: Db, siteId: string, ruleId: string, since: Date, limit: number): Promise<FailedCheckRow[]> {
  return db.query<FailedCheckRow>(
    `SELECT c.id, ${excerptOf(textInRevision('s.revision'), 200)} AS excerpt, a.title AS "articleTitle",
       CASE s.verdict WHEN 'reject' THEN 'reject' ELSE 'publish' END AS did, s.answer, ${IS_HARSH} AS "isHarsh", s.decided_at AS at
     FROM second_look s JOIN comment c ON c.site_id = $1 AND c.id = s.comment_id JOIN article a ON a.site_id = $1 AND a.id = c.article_id
     WHERE s.site_id = $1 AND s.rule_id = $2 AND s.decided_at >= $3 AND s.second <> s.verdict AND s.second <> 'unsure' AND c.status <> 'removed'
     ORDER BY s.decided_at DESC, s.id DESC LIMIT $4`,
    [siteId, ruleId, since, limit],
    'checks-failed',
  )
}
