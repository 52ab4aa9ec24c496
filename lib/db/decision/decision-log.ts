import type { DecisionLogQuery, LoggedDecision } from '../../contracts/decision-log'
import { IS_HARSH } from '../comment/harsh-text'
import { nameCommenter, Values } from '../queue/comment-filter'
import type { Db } from '../connection'
import { excerptOf } from '../comment/excerpt'

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
  ${excerptOf("CASE WHEN c.status = 'removed' THEN '' ELSE c.body END", 160)} AS excerpt, c.status, w.name AS commenter_name,
  ${IS_HARSH} AS is_harsh,
  d.article_id, a.title AS article_title, (SELECT coalesce(outcome::text, 'reopened') FROM appeal_answer WHERE site_id = d.site_id AND decision_id = d.id) AS appeal`

const JOINS = `
  LEFT JOIN LATERAL (SELECT body, status, commenter_id, suggested_uncivil, marked_uncivil FROM comment WHERE site_id = d.site_id AND id = d.comment_id LIMIT 1) c ON true
  CROSS JOIN LATERAL (SELECT title FROM article WHERE site_id = d.site_id AND id = d.article_id LIMIT 1) a
  LEFT JOIN LATERAL (SELECT name FROM commenter WHERE site_id = d.site_id AND id = c.commenter_id LIMIT 1) w ON true
  LEFT JOIN LATERAL (SELECT title, state FROM batch WHERE site_id = d.site_id AND id = d.batch_id LIMIT 1) b ON true`

/** What narrows the log down, as conditions over the alias `d`. */
function writeLogConditions(query: DecisionLogQuery, values: Values): string[] {
  const conditions = ['d.site_id = $1']
  if (query.kind !== undefined) conditions.push(`d.kind = ${values.bind(query.kind)}::decision_kind`)
  if (query.by !== undefined) conditions.push(`d.actor_id = ${values.bind(query.by)}::uuid`)
  if (query.article !== undefined) conditions.push(`d.article_id = ${values.bind(query.article)}::uuid`)
  if (query.batch !== undefined) conditions.push(`d.batch_id = ${values.bind(query.batch)}::uuid`)
  if (query.reason !== undefined) conditions.push(`d.reason = ${values.bind(query.reason)}`)
  if (query.from !== undefined) conditions.push(`d.decided_at >= ${values.bind(`${query.from}T00:00:00Z`)}::timestamptz`)
  if (query.to !== undefined) conditions.push(`d.decided_at < ${values.bind(`${query.to}T00:00:00Z`)}::timestamptz`)
  return conditions
}

/**
 * Where decisions are looked for: in the whole log, or among those on the comments of some people, who are looked up first: the log has no
 * index of them, and whoever wrote little would have it read to its end.
 */
function writeLogSource({ commenter, author }: DecisionLogQuery, values: Values): string {
  const people = [
    ...(commenter === undefined ? [] : [`id = ${values.bind(commenter)}::uuid`]),
    ...(author === undefined ? [] : [nameCommenter(author, values)]),
  ]
  if (people.length === 0) return 'decision d'
  return `(SELECT d.* FROM comment c CROSS JOIN LATERAL (SELECT * FROM decision WHERE site_id = $1 AND comment_id = c.id OFFSET 0) d
    WHERE c.site_id = $1
      AND c.commenter_id = ANY(ARRAY(SELECT id FROM commenter WHERE site_id = $1 AND ${people.join(' AND ')} LIMIT ${MOST_PEOPLE})) OFFSET 0) d`
}

const MOST_PEOPLE = 1000

/** The decisions of a site, the latest first, narrowed down. Ids sort by time, so the key is walked backwards. */
export async function listDecisions(db: Db, siteId: string, query: DecisionLogQuery): Promise<LoggedDecision[]> {
  const values = new Values(siteId)
  const source = writeLogSource(query, values)
  const conditions = writeLogConditions(query, values)
  if (query.cursor !== undefined) conditions.push(`d.id < ${values.bind(query.cursor)}::uuid`)
  const picked = `SELECT d.* FROM ${source} WHERE ${conditions.join(' AND ')} ORDER BY d.id DESC LIMIT ${values.bind(query.limit)}`
  const rows = await db.query<LogRecord>(`SELECT ${COLUMNS}, NULL AS together FROM (${picked}) d ${JOINS} ORDER BY d.id DESC`, values.list)
  return rows.map(toLogged)
}

/** A batch that goes on behind the cursor has some of its decisions among the last so many before it: they were written as one. */
const LOOKED_BACK = 200
/** What is folded into one line: decisions of one kind in one batch; nothing of those that are in none. */
const FOLD = `d.batch_id::text || ' ' || d.kind`

/**
 * The same with one line for all decisions of a kind in a batch, where the latest of them stands. From line to line the key is walked
 * backwards, past what is told already.
 */
export async function listFoldedDecisions(db: Db, siteId: string, query: DecisionLogQuery): Promise<LoggedDecision[]> {
  const values = new Values(siteId)
  const conditions = writeLogConditions(query, values).join(' AND ')
  const cursor = values.bind(query.cursor ?? LATEST_ID)
  const next = `SELECT d.id, ${FOLD} AS fold FROM decision d
    WHERE ${conditions} AND d.id < line.id AND (d.batch_id IS NULL OR ${FOLD} <> ALL(line.told)) ORDER BY d.id DESC LIMIT 1`
  const lines = `
    WITH RECURSIVE line AS (
      SELECT 0 AS place, ${cursor}::uuid AS id, ARRAY(SELECT DISTINCT ${FOLD} FROM (
        SELECT * FROM decision WHERE site_id = $1 AND id >= ${cursor}::uuid ORDER BY id LIMIT ${LOOKED_BACK}) d WHERE d.batch_id IS NOT NULL) AS told
      UNION ALL
      SELECT line.place + 1, next.id, CASE WHEN next.fold IS NULL THEN line.told ELSE line.told || next.fold END
      FROM line CROSS JOIN LATERAL (${next}) next WHERE line.place < ${values.bind(query.limit)}
    )`
  const picked = `SELECT d.* FROM line CROSS JOIN LATERAL (SELECT * FROM decision WHERE site_id = $1 AND id = line.id LIMIT 1) d WHERE line.place > 0`
  const rows = await db.query<LogRecord>(
    `${lines} SELECT ${COLUMNS}, ${TOGETHER} AS together FROM (${picked}) d ${JOINS} ORDER BY d.id DESC`,
    values.list,
  )
  return rows.map(toLogged)
}

/** Behind all others. */
const LATEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

// Comments, not decisions: an undo of closed replies and of a mark may be on one.
const TOGETHER = `CASE WHEN d.batch_id IS NOT NULL THEN (
    SELECT json_build_object('count', CASE WHEN d.kind = 'undo' THEN count(DISTINCT comment_id) ELSE count(*) END, 'isMixed', count(DISTINCT concat_ws(' ', reason, mark, mark_kind)) > 1)
    FROM decision o WHERE o.site_id = d.site_id AND o.batch_id = d.batch_id AND o.kind = d.kind) END`

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
