import type { CommentResource } from '../../contracts/read'
import type { CommentStatus, UncivilKind } from '../../domain/comment'
import { SHOWN_BODY } from './comment-read'
import type { Db } from '../connection'
import type { QueuePosition } from '../queue/queue-order'

const COLUMNS = `c.id, c.external_id, a.external_id AS article_external_id, c.parent_external_id, c.status, c.posted_at, c.version,
  ${SHOWN_BODY} AS body, w.external_id AS author_id, w.name AS author_name, m.off_topic, m.uncivil,
  c.featured_at IS NOT NULL AND c.status IN ('published', 'approved') AS is_featured, c.replies_closed_at IS NOT NULL AS are_replies_closed,
  (extract(epoch FROM c.ordered_at) * 1000000)::numeric(30, 0)::text AS ordered_at`

const JOINS = `
  JOIN article a ON a.site_id = c.site_id AND a.id = c.article_id
  LEFT JOIN commenter w ON w.site_id = c.site_id AND w.id = c.commenter_id
  CROSS JOIN LATERAL (
    SELECT bool_or(mark = 'off_topic') AS off_topic, max(kind) AS uncivil FROM mark WHERE site_id = c.site_id AND comment_id = c.id
  ) m`

interface ListedRecord {
  id: string
  external_id: string
  article_external_id: string
  parent_external_id: string | null
  status: CommentStatus
  posted_at: Date | null
  version: number
  body: string
  author_id: string | null
  author_name: string | null
  off_topic: boolean | null
  uncivil: UncivilKind | null
  is_featured: boolean
  are_replies_closed: boolean
  ordered_at: string
}

/** One comment by its external id; null when the site has none. */
export async function findListedComment(db: Db, siteId: string, externalId: string): Promise<CommentResource | null> {
  const [record] = await db.query<ListedRecord>(
    `SELECT ${COLUMNS} FROM comment c ${JOINS} WHERE c.site_id = $1 AND c.external_id = $2`,
    [siteId, externalId],
    'listed-comment',
  )
  return record ? toResource(record) : null
}

const page = (order: 'oldest' | 'newest') => {
  const [after, direction] = order === 'oldest' ? ['>', 'ASC'] : ['<', 'DESC']
  return `
  SELECT ${COLUMNS} FROM (
    SELECT * FROM comment
    WHERE site_id = $1 AND article_id = $2 AND status = ANY($3::comment_status[])
      AND ($4::text IS NULL OR (ordered_at, id) ${after} (timestamptz 'epoch' + $4::numeric * interval '1 microsecond', $5::uuid))
    ORDER BY ordered_at ${direction}, id ${direction} LIMIT $6
  ) c ${JOINS} ORDER BY c.ordered_at ${direction}, c.id ${direction}`
}
const PAGES = { oldest: page('oldest'), newest: page('newest') }

interface ListAsked {
  statuses: readonly CommentStatus[]
  order: 'oldest' | 'newest'
  after: QueuePosition | null
  limit: number
}

/** A page of an article's comments, each with its position. Read along the article's index; equal times lose nothing. */
export async function listArticleComments(
  db: Db,
  siteId: string,
  articleId: string,
  { statuses, order, after, limit }: ListAsked,
): Promise<{ comment: CommentResource; position: QueuePosition }[]> {
  const values = [siteId, articleId, statuses, after?.key ?? null, after?.id ?? null, limit]
  const records = await db.query<ListedRecord>(PAGES[order], values)
  return records.map((record) => ({ comment: toResource(record), position: { key: record.ordered_at, id: record.id } }))
}

function toResource(record: ListedRecord): CommentResource {
  return {
    externalId: record.external_id,
    articleExternalId: record.article_external_id,
    parentExternalId: record.parent_external_id,
    author: record.author_id === null ? null : { externalId: record.author_id, name: record.author_name ?? '' },
    body: record.body,
    status: record.status,
    marks: { offTopic: record.off_topic ?? false, uncivil: record.uncivil },
    isFeatured: record.is_featured,
    areRepliesClosed: record.are_replies_closed,
    postedAt: record.posted_at?.toISOString() ?? null,
    version: record.version,
  }
}
