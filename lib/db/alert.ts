import type { AlertResource } from '../contracts/alert'
import type { AlertMeasure } from '../domain/alerts'
import type { Db } from './connection'

interface AlertRecord {
  id: string
  article_id: string
  title: string
  measure: AlertMeasure
  value: number
  line: number
  raised_at: Date
  cleared_at: Date | null
}

const COLUMNS = `al.id, al.article_id, al.measure, al.value, al.line, al.raised_at, al.cleared_at,
  (SELECT title FROM article WHERE site_id = al.site_id AND id = al.article_id) AS title`

/** The alerts of one article: those that stand first, then the latest. */
export async function listAlertsOfArticle(db: Db, siteId: string, articleId: string, limit: number): Promise<AlertResource[]> {
  const rows = await db.query<AlertRecord>(
    `SELECT ${COLUMNS} FROM alert al WHERE al.site_id = $1 AND al.article_id = $2 ORDER BY al.id DESC LIMIT $3`,
    [siteId, articleId, limit],
    'alerts-of-article',
  )
  return rows.map(toAlert).sort((a, b) => Number(a.clearedAt !== null) - Number(b.clearedAt !== null))
}

function toAlert({ id, article_id, title, measure, value, line, raised_at, cleared_at }: AlertRecord): AlertResource {
  const article = { id: article_id, title }
  return { id, article, measure, value, line, raisedAt: raised_at.toISOString(), clearedAt: cleared_at?.toISOString() ?? null }
}

/** The alerts of a site: those that stand first, then the latest. */
export async function listAlertRows(db: Db, siteId: string, limit: number): Promise<AlertResource[]> {
  const rows = await db.query<AlertRecord>(
    `SELECT ${COLUMNS} FROM (
       (SELECT * FROM alert WHERE site_id = $1 AND article_id IS NOT NULL AND cleared_at IS NULL ORDER BY id DESC LIMIT $2)
       UNION (SELECT * FROM alert WHERE site_id = $1 AND article_id IS NOT NULL ORDER BY id DESC LIMIT $2)
     ) al ORDER BY (al.cleared_at IS NULL) DESC, al.id DESC LIMIT $2`,
    [siteId, limit],
    'alerts-of-site',
  )
  return rows.map(toAlert)
}

/** A discussion of the hours before now, with the alerts of it that stand. */
export interface WatchedTalk {
  articleId: string
  comments: number
  heated: number
  strayed: number
  open: AlertMeasure[]
}

const WATCHED = `
  WITH recent AS (
    SELECT article_id, sum(comments)::int AS comments, sum(heated)::int AS heated, sum(strayed)::int AS strayed
    FROM article_stat WHERE site_id = $1 AND grain = 'h' AND at >= $2 AND at <= $3 GROUP BY article_id
  ), ringing AS (
    SELECT article_id, array_agg(measure) AS open FROM alert WHERE site_id = $1 AND article_id IS NOT NULL AND cleared_at IS NULL GROUP BY article_id
  )
  SELECT article_id AS "articleId", coalesce(comments, 0) AS comments, coalesce(heated, 0) AS heated, coalesce(strayed, 0) AS strayed,
    coalesce(open, '{}') AS open
  FROM recent FULL JOIN ringing USING (article_id)`

/** The discussions that were written in since the hour `from`, and those of which an alert stands. */
export async function listWatchedTalks(db: Db, siteId: string, from: Date, now: Date): Promise<WatchedTalk[]> {
  return db.query<WatchedTalk>(WATCHED, [siteId, from, now], 'watched-talks')
}

/** An alert that begins or ends, as it is written. */
export interface AlertWrite {
  articleId: string
  measure: AlertMeasure
  value: number
  line: number
  alertId: string
  decisionId: string
  at: Date
}

const RECORD = (changed: string, beside = '') => `
  WITH changed AS (${changed}), ${beside}listed AS (
    UPDATE article_standing t SET seq = NULL FROM changed WHERE t.site_id = changed.site_id AND t.article_id = changed.article_id
  )
  INSERT INTO decision (site_id, id, article_id, kind, actor_kind, actor_name, seen_version, revision, before, after, decided_at)
  SELECT a.site_id, $6::uuid, a.id, $7::decision_kind, 'system', 'Alerts', a.version, 0, s.snapshot, s.snapshot || jsonb_build_object('alert', jsonb_build_object(
    'measure', $3::text, 'value', $4::float8, 'line', $5::float8)), $8
  FROM changed JOIN article a ON a.site_id = changed.site_id AND a.id = changed.article_id
  CROSS JOIN LATERAL (SELECT jsonb_build_object('state', a.state, 'slowSeconds', a.slow_seconds, 'help', CASE WHEN a.help_at IS NOT NULL
    THEN jsonb_build_object('by', a.help_by, 'note', a.help_note, 'at', a.help_at) END)) s (snapshot)
  RETURNING id`
const RAISE = RECORD(
  `
  INSERT INTO alert (site_id, id, article_id, measure, value, line, raised_at) VALUES ($1, $9::uuid, $2, $3, $4, $5, $8)
  ON CONFLICT (site_id, article_id, measure) WHERE cleared_at IS NULL DO NOTHING RETURNING site_id, article_id`,
  `mailed AS (
    INSERT INTO alert_mail (site_id, alert_id, address, next_attempt_at)
    SELECT DISTINCT changed.site_id, $9::uuid, address, $8::timestamptz FROM changed JOIN site ON site.id = changed.site_id
    CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(site.alert_lines -> 'mailTo', '[]')) AS a (address)
  ), `,
)
const CLEAR = RECORD(`
  UPDATE alert SET cleared_at = $8 WHERE site_id = $1 AND article_id = $2 AND measure = $3 AND cleared_at IS NULL AND $9::uuid IS NOT NULL
  RETURNING site_id, article_id`)

/**
 * Raises or clears an alert, with its line in the log and the mail about it, in one statement; false when somebody else has
 * done so meanwhile.
 */
export async function recordAlert(db: Db, siteId: string, change: 'raise' | 'clear', alert: AlertWrite): Promise<boolean> {
  const { articleId, measure, value, line, alertId, decisionId, at } = alert
  const kind = change === 'raise' ? 'raise_alert' : 'clear_alert'
  const values = [siteId, articleId, measure, value, line, decisionId, kind, at, alertId]
  return (await db.query(change === 'raise' ? RAISE : CLEAR, values, `${change}-alert`)).length > 0
}

/** Every site with its lines, as stored; lib/contracts/alert.ts parses them. */
export async function listAlertLines(db: Db): Promise<{ siteId: string; lines: unknown }[]> {
  return db.query('SELECT id AS "siteId", alert_lines AS lines FROM site ORDER BY id', [], 'alert-lines')
}

/** One site's lines, as stored; null when the site is gone. With `isLocked` nobody else changes them until the transaction ends. */
export async function findAlertLines(db: Db, siteId: string, isLocked: boolean): Promise<{ name: string; lines: unknown } | null> {
  const [row] = await db.query<{ name: string; lines: unknown }>(
    `SELECT name, alert_lines AS lines FROM site WHERE id = $1 ${isLocked ? 'FOR UPDATE' : ''}`,
    [siteId],
  )
  return row ?? null
}

export async function updateAlertLines(db: Db, siteId: string, lines: object): Promise<void> {
  await db.query('UPDATE site SET alert_lines = $2 WHERE id = $1', [siteId, JSON.stringify(lines)])
}
