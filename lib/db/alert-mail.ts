import type { MailMeasure } from '../contracts/alert'
import type { Db } from './connection'

/** A mail that is being tried, with what it tells. */
export interface ClaimedMail {
  siteId: string
  alertId: string
  address: string
  /** Tries so far, this one included. */
  attempts: number
  siteName: string
  /** Of an article over a line; else of a rule that was stopped. */
  articleId: string | null
  ruleId: string | null
  /** The article's, or the rule's name. */
  title: string
  measure: MailMeasure
  value: number
  line: number
  /** As the reader, or else the site, has chosen it: not parsed. */
  language: unknown
}

/** Mail about what was raised longer ago is news no more, and is not sent. */
const NEWS = `interval '1 day'`

/** Takes mail that is due, for `leaseMs`: whoever dies with one gives it back by not coming back. */
export async function claimMails(db: Db, now: Date, leaseMs: number, limit: number): Promise<ClaimedMail[]> {
  return db.query<ClaimedMail>(
    `UPDATE alert_mail m SET attempts = attempts + 1, next_attempt_at = $1::timestamptz + $2 * interval '1 millisecond'
     FROM (
       SELECT w.site_id, w.alert_id, w.address, s.name, a.article_id, a.rule_id, coalesce(r.title, o.name) AS title, a.measure, a.value, a.line,
         coalesce(u.preferences ->> 'language', s.alert_lines ->> 'mailLanguage') AS language FROM alert_mail w
       JOIN alert a ON a.site_id = w.site_id AND a.id = w.alert_id JOIN site s ON s.id = w.site_id
       LEFT JOIN article r ON r.site_id = a.site_id AND r.id = a.article_id
       LEFT JOIN rule o ON o.site_id = a.site_id AND o.id = a.rule_id LEFT JOIN app_user u ON u.email = lower(w.address)
       WHERE w.state = 'pending' AND w.next_attempt_at <= $1 AND a.raised_at > $1::timestamptz - ${NEWS}
       ORDER BY w.next_attempt_at LIMIT $3 FOR UPDATE OF w SKIP LOCKED
     ) due
     WHERE m.site_id = due.site_id AND m.alert_id = due.alert_id AND m.address = due.address
     RETURNING m.site_id AS "siteId", m.alert_id AS "alertId", m.address, m.attempts, due.name AS "siteName", due.article_id AS "articleId",
       due.rule_id AS "ruleId", due.title, due.measure, due.value, due.line, due.language`,
    [now, leaseMs, limit],
    'claim-mails',
  )
}

/** How a mail stands after a try; `nextAttemptAt` counts while it is pending. */
export async function settleMail(
  db: Db,
  { siteId, alertId, address }: Pick<ClaimedMail, 'siteId' | 'alertId' | 'address'>,
  after: { state: 'pending' | 'delivered' | 'failed'; nextAttemptAt: Date; failure: string | null; at: Date },
): Promise<void> {
  const { state, nextAttemptAt, failure, at } = after
  await db.query(
    `UPDATE alert_mail SET state = $4::delivery_state, next_attempt_at = $5, failure = $6,
       settled_at = CASE WHEN $4::delivery_state <> 'pending' THEN $7::timestamptz END
     WHERE site_id = $1 AND alert_id = $2 AND address = $3 AND state = 'pending'`,
    [siteId, alertId, address, state, nextAttemptAt, failure, at],
    'settle-mail',
  )
}

/** The latest mail of a site that has not arrived yet, and why; null when the last try of each went well. */
export async function findMailFailure(db: Db, siteId: string): Promise<{ address: string; failure: string } | null> {
  const [row] = await db.query<{ address: string; failure: string }>(
    `SELECT address, failure FROM alert_mail WHERE site_id = $1 AND failure IS NOT NULL AND state <> 'delivered' ORDER BY alert_id DESC LIMIT 1`,
    [siteId],
  )
  return row ?? null
}

/** Forgets mail that was settled before `before`, and what was left lying since then; at most `limit` rows. Returns how many. */
export async function purgeMails(db: Db, before: Date, limit: number): Promise<number> {
  const rows = await db.query(
    `DELETE FROM alert_mail WHERE (site_id, alert_id, address) IN (
       SELECT site_id, alert_id, address FROM alert_mail WHERE coalesce(settled_at, next_attempt_at) < $1 LIMIT $2
     ) RETURNING alert_id`,
    [before, limit],
  )
  return rows.length
}
