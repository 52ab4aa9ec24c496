import type { TrialCounts, TrialExample } from '../contracts/rule'
import type { Made } from '../domain/rules/trial'
import type { Term } from '../domain/search/terms'
import { IS_HARSH } from './comment/harsh-text'
import type { Db } from './connection'
import { Values, writeConditions } from './queue/comment-filter'
import { excerptOf } from './comment/excerpt'

/** Which comments of the past are asked about. */
interface Past {
  siteId: string
  terms: readonly Term[]
  since: Date
  now: Date
}

/** What a rule fits among them, of how many, and how many of those waited as they arrived. */
interface Fitted extends TrialCounts {
  fits: number
  waited: number
  total: number
}

// An edit opens a comment again: what people said of another text does not count.
const IS_DECIDED = 'c.reviewed_at IS NOT NULL AND c.first_decided_at IS NOT NULL'
const IS_REJECTED = `${IS_DECIDED} AND c.status = 'rejected'`
const IS_MARKED = `${IS_DECIDED} AND c.status <> 'rejected' AND (c.marked_off_topic OR c.marked_uncivil IS NOT NULL)`
const IS_KEPT = `${IS_DECIDED} AND c.status <> 'rejected' AND NOT c.marked_off_topic AND c.marked_uncivil IS NULL`
const MADE: Record<Made, string> = { kept: IS_KEPT, marked: IS_MARKED, rejected: IS_REJECTED }

/** Tries conditions on the comments since then, in one reading of them. Rejects when that takes longer than `longestMs` (isOutOfTime). */
export async function countFitting(db: Db, past: Past, longestMs: number): Promise<Fitted> {
  return db.transaction(async (inner) => {
    const values = new Values(past.siteId)
    const conditions = writePast(past, values)
    const made = (condition: string, name: string) => `count(*) FILTER (WHERE ${condition}) AS ${name}`
    const [, rows, totals] = await Promise.all([
      inner.query(`SELECT set_config('statement_timeout', $1, true)`, [String(longestMs)], 'limit-statement'),
      inner.query<Omit<Fitted, 'total'>>(
        `SELECT count(*) AS fits, ${made(IS_KEPT, 'kept')}, ${made(IS_MARKED, 'marked')}, ${made(IS_REJECTED, 'rejected')},
           ${made(`NOT (${IS_DECIDED})`, 'undecided')},
           ${made(`c.findings @> '[{"outcome":"hold"}]' OR c.findings @> '[{"outcome":"reject"}]'`, 'waited')}
         FROM comment c WHERE ${conditions}`,
        values.list,
      ),
      inner.query<{ total: number }>(
        `SELECT count(*) AS total FROM comment c WHERE c.site_id = $1 AND c.ordered_at >= $2 AND c.status <> 'removed'`,
        [past.siteId, past.since],
      ),
    ])
    const none = { fits: 0, waited: 0, kept: 0, marked: 0, rejected: 0, undecided: 0 }
    return { ...(rows[0] ?? none), total: totals[0]?.total ?? 0 }
  })
}

/** The newest of those that people made one of these things of. */
export async function listMade(db: Db, past: Past, made: readonly Made[], limit: number): Promise<TrialExample[]> {
  const values = new Values(past.siteId)
  const conditions = writePast(past, values)
  return db.query<TrialExample>(
    `SELECT c.id, ${excerptOf('c.body', 200)} AS excerpt, a.title AS "articleTitle",
       CASE WHEN ${IS_REJECTED} THEN 'rejected' WHEN ${IS_MARKED} THEN 'marked' ELSE 'kept' END AS made, ${IS_HARSH} AS "isHarsh"
     FROM comment c JOIN article a ON a.site_id = c.site_id AND a.id = c.article_id
     WHERE ${conditions} AND (${made.map((one) => `(${MADE[one]})`).join(' OR ')})
     ORDER BY c.ordered_at DESC, c.id DESC LIMIT ${values.bind(limit)}`,
    values.list,
  )
}

/** What the source deleted is asked about by nobody. */
function writePast({ siteId, terms, since, now }: Past, values: Values): string {
  const viewer = { id: null, isLead: false }
  const within: Term = { field: 'time', side: 'after', at: since, isNot: false }
  const filter = { siteId, viewer, article: undefined, commenter: undefined, status: [], now }
  const conditions = writeConditions({ ...filter, queue: 'newest', terms: [within, ...terms] }, values)
  return [...conditions, `c.status <> 'removed'`].join(' AND ')
}
