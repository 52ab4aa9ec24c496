import type { QueueRow } from '../../contracts/queue'
import type { HandedTo } from '../../contracts/teamwork'
import { canFeature } from '../../domain/article-acts'
import { isWorthFeaturing, readForFeaturing } from '../../domain/featuring'
import type { Finding } from '../../domain/policy'
import { MAX_WAVE_COUNT } from '../../domain/waves'
import { toState } from './comment-state'
import type { Db } from '../connection'
import { readRowFacts, ROW_FACTS, type RowFacts } from './row-facts'
import { excerptOf } from './excerpt'

/** A row of the queue before the actor's choices are added to it. */
export type CommentRow = Omit<QueueRow, 'allowed'>

/** The text of a comment deleted at its source stays in the table and is shown to nobody. */
export const SHOWN_BODY = `CASE WHEN c.status = 'removed' THEN '' ELSE c.body END`

/** One column for all of it: whoever leads, or an id and the name behind it. Decided comments are nobody's any more, and not looked up. */
const HANDED_TO = `CASE WHEN c.reviewed_at IS NULL THEN (
        SELECT coalesce(user_id || ' ' || (SELECT name FROM app_user WHERE id = o.user_id), 'leads') FROM assignment o
        WHERE site_id = c.site_id AND comment_id = c.id LIMIT 1
      ) END`

/**
 * The rows that `picked` picks (a SELECT of c.* from comment c), with all that a row shows, and `key` as sort_key if it is given. Each
 * join is a look-up by key for one row after the other (LATERAL … LIMIT 1): a plan made for any page size cannot turn it into a scan of
 * the whole table, and rows stay in the order in which they are picked; to sort them again was a tenth of the database's part of a page,
 * and so was to keep the picked ones whole, with all their columns, before the first was looked at.
 */
export function selectRows(picked: string, key?: string): string {
  return `
    SELECT ${ROW_FACTS} AS facts, ${key === undefined ? '' : `${key} AS sort_key,`}
      c.external_id, ${SHOWN_BODY} AS body, c.language, c.findings, w.name AS commenter_name,
      a.title AS article_title, a.section AS article_section,
      c.parent_external_id, p.excerpt AS parent_excerpt, p.commenter_name AS parent_commenter_name,
      ${HANDED_TO} AS handed_to
    FROM (${picked}) c
    CROSS JOIN LATERAL (SELECT id, title, section FROM article WHERE site_id = c.site_id AND id = c.article_id LIMIT 1) a
    LEFT JOIN LATERAL (SELECT name FROM commenter WHERE site_id = c.site_id AND id = c.commenter_id LIMIT 1) w ON true
    LEFT JOIN LATERAL (
      SELECT (SELECT name FROM commenter WHERE site_id = r.site_id AND id = r.commenter_id) AS commenter_name,
        CASE WHEN status = 'removed' THEN '' ELSE ${excerptOf('body', 200)} END AS excerpt
      FROM comment r WHERE c.parent_id IS NOT NULL AND site_id = c.site_id AND id = c.parent_id LIMIT 1
    ) p ON true
    LEFT JOIN LATERAL (
      SELECT wave_id, (
        SELECT count(*) FROM (SELECT 1 FROM comment_similarity WHERE site_id = o.site_id AND wave_id = o.wave_id LIMIT ${MAX_WAVE_COUNT}) members
      ) AS members
      FROM comment_similarity o WHERE site_id = c.site_id AND comment_id = c.id AND revision = c.revision AND wave_id IS NOT NULL LIMIT 1
    ) s ON true`
}

/** What a row shows, as it is read: its texts, and all else in one column (row-facts.ts). */
export interface RowRecord {
  facts: string
  external_id: string
  body: string
  language: string | null
  findings: Finding[]
  commenter_name: string | null
  article_title: string
  article_section: string | null
  parent_external_id: string | null
  parent_excerpt: string | null
  parent_commenter_name: string | null
  handed_to: string | null
}

export function toRow(record: RowRecord): CommentRow {
  const { commenter_name: commenterName } = record
  const facts = readRowFacts(record.facts)
  const state = toState(facts)
  return {
    id: facts.id,
    externalId: record.external_id,
    version: facts.version,
    revision: facts.revision,
    body: record.body,
    language: record.language,
    state,
    commenter: facts.commenter_id === null || commenterName === null ? null : { id: facts.commenter_id, name: commenterName },
    article: { id: facts.article_id, title: record.article_title, section: record.article_section },
    parent: toParent(record, facts.parent_id),
    postedAt: facts.posted_at,
    receivedAt: facts.received_at,
    findings: record.findings,
    // The last one of a wave that the others have left is alone.
    wave: facts.wave_id === null || facts.wave_count < 2 ? null : { id: facts.wave_id, count: facts.wave_count },
    handedTo: toHanded(record.handed_to),
    isFeatured: facts.is_featured,
    isWorthFeaturing: !facts.is_featured && isSuggestedToFeature(record.body, facts, state),
  }
}

/** Asked last is what the text tells: most rows have been told apart by then, and a page has many. */
function isSuggestedToFeature(body: string, { distance, incivility }: RowFacts, state: CommentRow['state']): boolean {
  const { suggestions, openReports } = state
  const isDoubted = state.isReviewed || suggestions.offTopic !== null || suggestions.uncivil !== null || openReports > 0
  if (isDoubted || distance === null || !canFeature(state)) return false
  const replies = { replies: 0, civilReplies: 0 }
  return isWorthFeaturing({ ...readForFeaturing(body), ...replies, drift: distance, incivility, openReports, isApproved: false })
}

function toParent(record: RowRecord, id: string | null): CommentRow['parent'] {
  if (id !== null) return { id, excerpt: record.parent_excerpt ?? '', commenterName: record.parent_commenter_name }
  return record.parent_external_id === null ? null : { isUnknown: true }
}

function toHanded(written: string | null): HandedTo | null {
  if (written === null || written === 'leads') return written
  const space = written.indexOf(' ')
  return { id: written.slice(0, space), name: written.slice(space + 1) }
}

const ONE = selectRows('SELECT c.* FROM comment c WHERE c.site_id = $1 AND c.id = $2')

/** One comment as a row; null when the site has no such comment. */
export async function findCommentRow(db: Db, siteId: string, id: string): Promise<CommentRow | null> {
  const [record] = await db.query<RowRecord>(ONE, [siteId, id], 'comment-row')
  return record ? toRow(record) : null
}

const OF_IDS = selectRows(`SELECT c.* FROM unnest($2::uuid[]) AS one (id)
  CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = one.id LIMIT 1) c`)

/** Comments as rows, in the order in which they are named; what the site does not have is left out. */
export async function listCommentRows(db: Db, siteId: string, ids: readonly string[]): Promise<CommentRow[]> {
  return (await db.query<RowRecord>(OF_IDS, [siteId, ids], 'comment-rows')).map(toRow)
}
