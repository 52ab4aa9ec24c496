import type { DecisionLogQuery, LoggedDecision } from '../../contracts/decision-log'
import { IS_HARSH } from '../comment/harsh-text'
import { Values } from '../queue/comment-filter'
import type { Db } from '../connection'

type LogRecord = Omit<LoggedDecision, 'at' | 'batch' | 'comment' | 'article'> & {
  at: Date
  batch_id: string | null
  batch_title: string | null
  batch_state: string | null
  comment_id: string | null
  excerpt: string | null
  commenter_name: string | null
  is_harsh: boolean
  status: NonNullable<LoggedDecision['comment']>['status'] | null
  article_id: string
  article_title: string
}

const COLUMNS = `
  d.id, d.kind, d.actor_name AS by, d.actor_id AS "byId", d.actor_kind AS "actorKind", d.decided_at AS at, d.reason, d.note, d.mark,
  d.mark_kind AS "markKind", d.undoes_id AS "undoesId", d.before ->> 'status' AS "statusBefore", d.after ->> 'status' AS "statusAfter",
  EXISTS (SELECT 1 FROM decision u WHERE u.site_id = d.site_id AND u.undoes_id = d.id) AS "isUndone",
  d.batch_id, b.title AS batch_title, b.state AS batch_state, d.comment_id,
  left(CASE WHEN c.status = 'removed' THEN '' ELSE c.body END, 160) AS excerpt, c.status, w.name AS commenter_name,
  ${IS_HARSH} AS is_harsh,
  d.article_id, a.title AS article_title, (SELECT coalesce(outcome::text, 'reopened') FROM appeal_answer WHERE site_id = d.site_id AND decision_id = d.id) AS appeal`

const JOINS = `
  LEFT JOIN LATERAL (SELECT body, status, commenter_id, suggested_uncivil, marked_uncivil FROM comment WHERE site_id = d.site_id AND id = d.comment_id LIMIT 1) c ON true
  CROSS JOIN LATERAL (SELECT title FROM article WHERE site_id = d.site_id AND id = d.article_id LIMIT 1) a
  LEFT JOIN LATERAL (SELECT name FROM commenter WHERE site_id = d.site_id AND id = c.commenter_id LIMIT 1) w ON true
  LEFT JOIN LATERAL (SELECT title, state FROM batch WHERE site_id = d.site_id AND id = d.batch_id LIMIT 1) b ON true`

/** The decisions of a site, the latest first, narrowed down. Ids sort by time, so the key is walked backwards. */
export async function listDecisions(db: Db, siteId: string, query: DecisionLogQuery): Promise<LoggedDecision[]> {
  const values = new Values(siteId)
  const conditions = ['site_id = $1']
  if (query.cursor !== undefined) conditions.push(`id < ${values.bind(query.cursor)}::uuid`)
  if (query.kind !== undefined) conditions.push(`kind = ${values.bind(query.kind)}::decision_kind`)
  if (query.by !== undefined) conditions.push(`actor_id = ${values.bind(query.by)}::uuid`)
  if (query.article !== undefined) conditions.push(`article_id = ${values.bind(query.article)}::uuid`)
  if (query.batch !== undefined) conditions.push(`batch_id = ${values.bind(query.batch)}::uuid`)
  if (query.from !== undefined) conditions.push(`decided_at >= ${values.bind(`${query.from}T00:00:00Z`)}::timestamptz`)
  if (query.to !== undefined) conditions.push(`decided_at < ${values.bind(`${query.to}T00:00:00Z`)}::timestamptz`)
  const picked = `SELECT * FROM decision WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${values.bind(query.limit)}`
  const rows = await db.query<LogRecord>(`SELECT ${COLUMNS} FROM (${picked}) d ${JOINS} ORDER BY d.id DESC`, values.list)
  return rows.map(toLogged)
}

function toLogged(record: LogRecord): LoggedDecision {
  const {
    batch_id: batchId,
    batch_title: title,
    batch_state: state,
    comment_id: id,
    excerpt,
    commenter_name: commenterName,
    is_harsh: isHarsh,
    status,
    article_id: articleId,
    article_title: articleTitle,
    at,
    ...rest
  } = record
  return {
    ...rest,
    at: at.toISOString(),
    batch: batchId === null ? null : { id: batchId, title: title ?? '', isUndone: state === 'undone' },
    comment: id === null || status === null ? null : { id, excerpt: excerpt ?? '', commenterName, status, isHarsh },
    article: { id: articleId, title: articleTitle },
  }
}
