import type { GivenComment } from '../../contracts/commenter-data'
import type { CommentStatus, UncivilKind } from '../../domain/comment'
import type { Db } from '../connection'
import { listGivenParts } from './given-parts'

/** Where a page of somebody's comments ended: the time as PostgreSQL writes it, to the microsecond. */
export interface GivenPlace {
  orderedAt: string
  id: string
}

interface GivenRecord {
  id: string
  at: string
  external_id: string
  parent_external_id: string | null
  article_external_id: string
  title: string
  body: string
  language: string | null
  status: CommentStatus
  off_topic: boolean
  uncivil: UncivilKind | null
  posted_at: Date | null
  received_at: Date
  findings: { why: string }[]
}

// A plan is made without the values: what may or may not be asked is two statements, or no index would be entered at a place.
const PAGE = (isAfter: boolean) => `
  SELECT c.id, c.ordered_at::text AS at, c.external_id, c.parent_external_id, a.external_id AS article_external_id, a.title, c.body, c.language,
    c.status, c.marked_off_topic AS off_topic, c.marked_uncivil AS uncivil, c.posted_at, c.received_at, c.findings
  FROM (
    SELECT * FROM comment WHERE site_id = $1 AND commenter_id = $2
      ${isAfter ? 'AND (ordered_at, id) < ($4::timestamptz, $5::uuid)' : ''}
    ORDER BY ordered_at DESC, id DESC LIMIT $3
  ) c
  CROSS JOIN LATERAL (SELECT external_id, title FROM article WHERE site_id = $1 AND id = c.article_id LIMIT 1) a
  ORDER BY c.ordered_at DESC, c.id DESC`

/** The next of somebody's comments with all that is kept about each, the newest first; `hasNotes` adds what is for colleagues. */
export async function listGivenComments(
  db: Db,
  siteId: string,
  commenterId: string,
  { after, limit, hasNotes }: { after: GivenPlace | null; limit: number; hasNotes: boolean },
): Promise<{ comments: GivenComment[]; last: GivenPlace | null }> {
  const values = [siteId, commenterId, limit, ...(after ? [after.orderedAt, after.id] : [])]
  const records = await db.query<GivenRecord>(PAGE(after !== null), values)
  const ids = records.map(({ id }) => id)
  const parts = ids.length === 0 ? null : await listGivenParts(db, siteId, ids, hasNotes)
  const last = records.at(-1)
  return {
    comments: records.map((record) => ({ ...toComment(record), ...(parts?.of(record.id) ?? {}) }) as GivenComment),
    last: last && records.length === limit ? { orderedAt: last.at, id: last.id } : null,
  }
}

function toComment(record: GivenRecord): Omit<GivenComment, 'earlierTexts' | 'scores' | 'decisions' | 'appeals' | 'reports' | 'notes'> {
  return {
    externalId: record.external_id,
    article: { externalId: record.article_external_id, title: record.title },
    parentExternalId: record.parent_external_id,
    body: record.body,
    language: record.language,
    status: record.status,
    marks: { offTopic: record.off_topic, uncivil: record.uncivil },
    postedAt: record.posted_at?.toISOString() ?? null,
    receivedAt: record.received_at.toISOString(),
    findings: record.findings.map(({ why }) => why),
  }
}
