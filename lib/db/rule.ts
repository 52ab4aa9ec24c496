import type { RuleOutcome } from '../domain/rules/rule'
import type { RuleStop } from '../contracts/rule'
import type { Db } from './connection'

export interface RuleRow {
  id: string
  name: string
  /** In the grammar of searches. */
  condition: string
  outcome: RuleOutcome
  reason: string | null
  place: number
  isOn: boolean
  /** The condition that was last tried on past comments, and when. */
  triedCondition: string | null
  triedAt: Date | null
  /** What people made of those it fitted then: the same as the rule, or something else. */
  triedSame: number | null
  triedOtherwise: number | null
  /** Which of its times of being on this is. */
  run: number
  /** How often it may be seen otherwise, 0–1. */
  mostOtherwise: number
  /** When and why it was stopped; null while it does what it says. */
  stopped: RuleStop | null
}

/** Of a rule that was not tried as it reads now. */
export const UNTRIED = { triedCondition: null, triedAt: null, triedSame: null, triedOtherwise: null }

/** A site's rules in the order in which they are asked. */
export async function listRuleRows(db: Db, siteId: string): Promise<RuleRow[]> {
  return db.query<RuleRow>(
    `SELECT id, name, condition, outcome, reason, place, is_on AS "isOn", tried_condition AS "triedCondition", tried_at AS "triedAt",
       tried_same AS "triedSame", tried_otherwise AS "triedOtherwise", run,
       most_otherwise AS "mostOtherwise", stopped
     FROM rule WHERE site_id = $1 ORDER BY place, id`,
    [siteId],
    'rules',
  )
}

/** The same, and nobody else changes them until this transaction ends. */
export async function lockRules(db: Db, siteId: string): Promise<RuleRow[]> {
  // Of the site itself, since there may be no rule yet to lock; what refers to the site need not wait.
  await db.query('SELECT FROM site WHERE id = $1 FOR NO KEY UPDATE', [siteId])
  return listRuleRows(db, siteId)
}

/** Writes rules as they are now; those that were not there are added. */
export async function putRules(db: Db, siteId: string, rows: readonly RuleRow[]): Promise<void> {
  await db.query(
    `INSERT INTO rule (site_id, id, name, condition, outcome, reason, place, is_on, tried_condition, tried_at,
       tried_same, tried_otherwise, run, most_otherwise, stopped)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::rule_outcome[], $6::text[], $7::int[], $8::boolean[], $9::text[], $10::timestamptz[],
       $11::int[], $12::int[], $13::int[], $14::float8[], $15::jsonb[])
     ON CONFLICT (site_id, id) DO UPDATE SET name = excluded.name, condition = excluded.condition, outcome = excluded.outcome,
       reason = excluded.reason, place = excluded.place, is_on = excluded.is_on, tried_condition = excluded.tried_condition,
       tried_at = excluded.tried_at, tried_same = excluded.tried_same, tried_otherwise = excluded.tried_otherwise, run = excluded.run,
       most_otherwise = excluded.most_otherwise, stopped = excluded.stopped`,
    [
      siteId,
      rows.map(({ id }) => id),
      rows.map(({ name }) => name),
      rows.map(({ condition }) => condition),
      rows.map(({ outcome }) => outcome),
      rows.map(({ reason }) => reason),
      rows.map(({ place }) => place),
      rows.map(({ isOn }) => isOn),
      rows.map(({ triedCondition }) => triedCondition),
      rows.map(({ triedAt }) => triedAt?.toISOString() ?? null),
      rows.map(({ triedSame }) => triedSame),
      rows.map(({ triedOtherwise }) => triedOtherwise),
      rows.map(({ run }) => run),
      rows.map(({ mostOtherwise }) => mostOtherwise),
      rows.map(({ stopped }) => (stopped === null ? null : JSON.stringify(stopped))),
    ],
  )
}

export async function deleteRule(db: Db, siteId: string, id: string): Promise<void> {
  await db.query('DELETE FROM rule WHERE site_id = $1 AND id = $2', [siteId, id])
}
