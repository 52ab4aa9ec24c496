import type { QueueRow } from '../../contracts/queue'
import { canFeature } from '../../domain/article-acts'
import { isWorthFeaturing, readForFeaturing } from '../../domain/featuring'
import type { Finding } from '../../domain/policy'
import { MAX_WAVE_COUNT } from '../../domain/waves'
import { STATE_COLUMNS, toState, type StateRecord } from './comment-state'
import type { Db } from '../connection'

/** A row of the queue before the actor's choices are added to it. */
export type CommentRow = Omit<QueueRow, 'allowed'>

/** The text of a comment deleted at its source stays in the table and is shown to nobody. */
export const SHOWN_BODY = `CASE WHEN c.status = 'removed' THEN '' ELSE c.body END`

/**
 * The rows that `picked` picks (a SELECT of c.* from comment c), with all that a row shows, and `key` as sort_key if it is given. Each
 * join is a look-up by key for one row after the other (LATERAL … LIMIT 1): a plan made for any page size cannot turn it into a scan of
 * the whole table, and rows stay in the order in which they are picked; to sort them again was a tenth of the database's part of a page,
 * and so was to keep the picked ones whole, with all their columns, before the first was looked at.
 */
export function selectRows(picked: string, key?: string): string {
  return `
    SELECT c.id, c.external_id, c.version, c.revision, ${SHOWN_BODY} AS body, c.language, c.posted_at, c.received_at, c.findings,
      c.featured_at IS NOT NULL AS is_featured, c.incivility, c.distance,
      ${key === undefined ? '' : `${key} AS sort_key,`} ${STATE_COLUMNS},
      c.commenter_id, w.name AS commenter_name,
      a.id AS article_id, a.title AS article_title, a.section AS article_section,
      c.parent_id, c.parent_external_id, p.excerpt AS parent_excerpt, p.commenter_name AS parent_commenter_name,
      s.wave_id, alike.count AS wave_count
    FROM (${picked}) c
    CROSS JOIN LATERAL (SELECT id, title, section FROM article WHERE site_id = c.site_id AND id = c.article_id LIMIT 1) a
    LEFT JOIN LATERAL (SELECT name FROM commenter WHERE site_id = c.site_id AND id = c.commenter_id LIMIT 1) w ON true
    LEFT JOIN LATERAL (
      SELECT (SELECT name FROM commenter WHERE site_id = r.site_id AND id = r.commenter_id) AS commenter_name,
        CASE WHEN status = 'removed' THEN '' ELSE left(body, 200) END AS excerpt
      FROM comment r WHERE site_id = c.site_id AND id = c.parent_id LIMIT 1
    ) p ON true
    LEFT JOIN LATERAL (
      SELECT wave_id FROM comment_similarity WHERE site_id = c.site_id AND comment_id = c.id AND revision = c.revision LIMIT 1
    ) s ON true
    CROSS JOIN LATERAL (
      SELECT count(*) FROM (
        SELECT 1 FROM comment_similarity WHERE site_id = c.site_id AND wave_id = s.wave_id LIMIT ${MAX_WAVE_COUNT}) members
    ) alike`
}

export interface RowRecord extends StateRecord {
  id: string
  external_id: string
  version: number
  revision: number
  body: string
  language: string | null
  posted_at: Date | null
  received_at: Date
  findings: Finding[]
  is_featured: boolean
  /** What the scores say of it, 0–1; the distance is null when not measured. */
  incivility: number
  distance: number | null
  commenter_id: string | null
  commenter_name: string | null
  article_id: string
  article_title: string
  article_section: string | null
  parent_id: string | null
  parent_external_id: string | null
  parent_excerpt: string | null
  parent_commenter_name: string | null
  wave_id: string | null
  wave_count: number
}

export function toRow(record: RowRecord): CommentRow {
  const { commenter_id: commenterId, commenter_name: commenterName } = record
  const state = toState(record)
  return {
    id: record.id,
    externalId: record.external_id,
    version: record.version,
    revision: record.revision,
    body: record.body,
    language: record.language,
    state,
    commenter: commenterId === null || commenterName === null ? null : { id: commenterId, name: commenterName },
    article: { id: record.article_id, title: record.article_title, section: record.article_section },
    parent: toParent(record),
    postedAt: record.posted_at?.toISOString() ?? null,
    receivedAt: record.received_at.toISOString(),
    findings: record.findings,
    // The last one of a wave that the others have left is alone.
    wave: record.wave_id === null || record.wave_count < 2 ? null : { id: record.wave_id, count: record.wave_count },
    isFeatured: record.is_featured,
    isWorthFeaturing: !record.is_featured && isSuggestedToFeature(record, state),
  }
}

/** Asked last is what the text tells: most rows have been told apart by then, and a page has many. */
function isSuggestedToFeature({ body, distance, incivility }: RowRecord, state: CommentRow['state']): boolean {
  const { suggestions, openReports } = state
  const isDoubted = state.isReviewed || suggestions.offTopic !== null || suggestions.uncivil !== null || openReports > 0
  if (isDoubted || distance === null || !canFeature(state)) return false
  const replies = { replies: 0, civilReplies: 0 }
  return isWorthFeaturing({ ...readForFeaturing(body), ...replies, drift: distance, incivility, openReports, isApproved: false })
}

function toParent(record: RowRecord): CommentRow['parent'] {
  if (record.parent_id !== null) {
    return { id: record.parent_id, excerpt: record.parent_excerpt ?? '', commenterName: record.parent_commenter_name }
  }
  return record.parent_external_id === null ? null : { isUnknown: true }
}

const ONE = selectRows('SELECT c.* FROM comment c WHERE c.site_id = $1 AND c.id = $2')

/** One comment as a row; null when the site has no such comment. */
export async function findCommentRow(db: Db, siteId: string, id: string): Promise<CommentRow | null> {
  const [record] = await db.query<RowRecord>(ONE, [siteId, id], 'comment-row')
  return record ? toRow(record) : null
}
