import type { AppealCase } from '../../contracts/appeal'
import type { AppealEntry } from '../../contracts/appeal-entry'
import { selectRows, toRow, type CommentRow, type RowRecord } from '../comment/comment-read'
import type { Db } from '../connection'
import { Values } from '../queue/comment-filter'

/** An appeal as it is stored, with its decision and its answer; what it asks of the reader is added by the service. */
export interface StoredCase extends AppealEntry {
  commentId: string
  decision: AppealCase['decision'] & { actorKind: string }
}

// Of a decision what is told of it; read by key, one after the other.
const told = (
  name: string,
) => `jsonb_build_object('id', ${name}.id, 'kind', ${name}.kind, 'by', ${name}.actor_name, 'byId', ${name}.actor_id,
  'actorKind', ${name}.actor_kind, 'at', ${name}.decided_at, 'reason', ${name}.reason, 'note', ${name}.note, 'mark', ${name}.mark,
  'markKind', ${name}.mark_kind, 'revision', ${name}.revision, 'isRejected', ${name}.after ->> 'status' = 'rejected')`

const COLUMNS = `p.id, p.comment_id AS "commentId", coalesce(p.outcome::text, 'open') AS state, p.subject, p.statement, p.appealed_at AS at,
  p.received_at AS "receivedAt", p.answered_at AS "answeredAt", ${told('d')} AS decision, CASE WHEN n.id IS NOT NULL THEN ${told('n')} END AS answer`

const byKey = (key: string) => `(SELECT * FROM decision WHERE site_id = $1 AND id BETWEEN ${key} AND ${key} ORDER BY id LIMIT 1)`
const selectCases = (picked: string) => `
  SELECT ${COLUMNS} FROM (${picked}) p
  CROSS JOIN LATERAL ${byKey('p.decision_id')} d
  LEFT JOIN LATERAL ${byKey('p.answer_id')} n ON true`

type ToldRecord = NonNullable<StoredCase['answer']>
type CaseRecord = Omit<StoredCase, 'at' | 'receivedAt' | 'answeredAt'> & { at: Date; receivedAt: Date; answeredAt: Date | null }

function toCase(record: CaseRecord): StoredCase {
  const { at, receivedAt, answeredAt, decision, answer } = record
  return {
    ...record,
    at: at.toISOString(),
    receivedAt: receivedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    decision: withTime(decision),
    answer: answer && withTime(answer),
  }
}

/** As all instants are written: JSON out of the database has PostgreSQL's own form. */
const withTime = <Told extends ToldRecord>(decision: Told): Told => ({ ...decision, at: new Date(decision.at).toISOString() })

interface Page {
  state: 'open' | 'answered'
  outcome: 'granted' | 'upheld' | 'lapsed' | undefined
  cursor: string | undefined
  limit: number
}

/** The open appeals of a site, the oldest first; or the others, the latest answer first. After the one that `cursor` names. */
export async function listCases(db: Db, siteId: string, { state, outcome, cursor, limit }: Page): Promise<StoredCase[]> {
  const values = new Values(siteId)
  const isOpen = state === 'open'
  const [time, step, order] = isOpen ? ['received_at', '>', ''] : ['answered_at', '<', ' DESC']
  const conditions = ['site_id = $1', `outcome IS ${isOpen ? '' : 'NOT '}NULL`]
  if (!isOpen && outcome !== undefined) conditions.push(`outcome = ${values.bind(outcome)}::appeal_outcome`)
  if (cursor !== undefined)
    conditions.push(`(${time}, id) ${step} (SELECT ${time}, id FROM appeal WHERE site_id = $1 AND id = ${values.bind(cursor)}::uuid)`)
  const picked = `SELECT * FROM appeal WHERE ${conditions.join(' AND ')} ORDER BY ${time}${order}, id${order} LIMIT ${values.bind(limit)}`
  return (await db.query<CaseRecord>(`${selectCases(picked)} ORDER BY p.${time}${order}, p.id${order}`, values.list)).map(toCase)
}

const ONE = selectCases('SELECT * FROM appeal WHERE site_id = $1 AND id = $2')

/** One appeal; null when the site has none of this id. */
export async function findCase(db: Db, siteId: string, id: string): Promise<StoredCase | null> {
  const [record] = await db.query<CaseRecord>(ONE, [siteId, id], 'appeal-case')
  return record ? toCase(record) : null
}

const ON_COMMENT = `${selectCases('SELECT * FROM appeal WHERE site_id = $1 AND comment_id = $2 ORDER BY received_at DESC, id DESC LIMIT 20')}
  ORDER BY p.received_at DESC, p.id DESC`

/** The appeals on a comment with their answers, the latest first. */
export async function listCasesOn(db: Db, siteId: string, commentId: string): Promise<StoredCase[]> {
  return (await db.query<CaseRecord>(ON_COMMENT, [siteId, commentId], 'appeal-cases-on')).map(toCase)
}

const ROWS = selectRows(
  `SELECT c.* FROM unnest($2::uuid[]) asked (id) CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = asked.id LIMIT 1) c`,
)

/** The comments that appeals are about, by id. */
export async function readAppealed(db: Db, siteId: string, ids: readonly string[]): Promise<Map<string, CommentRow>> {
  if (ids.length === 0) return new Map()
  const records = await db.query<RowRecord>(ROWS, [siteId, ids], 'appealed-rows')
  return new Map(records.map(toRow).map((row) => [row.id, row]))
}
