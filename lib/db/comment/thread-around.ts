import type { ThreadEntry } from '../../contracts/queue'
import { SHOWN_BODY } from './comment-read'
import { STATE_COLUMNS, toState, type StateRecord } from './comment-state'
import type { Db } from '../connection'

/** How much of a discussion stands beside the comment in question. */
const NEAREST_ANCESTORS = 20
const SIBLINGS_EACH_SIDE = 5
const MAX_REPLIES = 20

/** A comment near the one in question, and how many comments are above it in the whole thread. */
export interface NearbyComment extends Omit<ThreadEntry, 'indent'> {
  depth: number
}

/** Who counts as a sibling `s` of the comment `here`; each form has its index. */
const SIBLINGS = {
  /** Replies to the same comment. */
  reply: 's.parent_id = (SELECT parent_id FROM here)',
  /** Replies to the same comment, which has not arrived; under another article they wait for a comment of that one. */
  orphan:
    's.article_id = (SELECT article_id FROM here) AND s.parent_id IS NULL AND s.parent_external_id = (SELECT parent_external_id FROM here)',
  /** The other beginnings of a talk under the article. */
  top: 's.article_id = (SELECT article_id FROM here) AND s.parent_id IS NULL AND s.parent_external_id IS NULL',
}

/** Where a comment stands: under one we have, under one that has not arrived, or at the top. */
export type ThreadStanding = keyof typeof SIBLINGS

const neighbours = (standing: ThreadStanding, comparison: '<' | '>') => `(
    SELECT s.id FROM comment s
    WHERE s.site_id = $1 AND ${SIBLINGS[standing]}
      AND (s.ordered_at, s.id) ${comparison} ((SELECT ordered_at FROM here), (SELECT id FROM here))
    ORDER BY s.ordered_at ${comparison === '<' ? 'DESC' : 'ASC'}, s.id ${comparison === '<' ? 'DESC' : 'ASC'}
    LIMIT ${SIBLINGS_EACH_SIDE})`

const selectAround = (standing: ThreadStanding) => `
  WITH RECURSIVE here AS MATERIALIZED (
    SELECT id, parent_id, parent_external_id, article_id, ordered_at FROM comment WHERE site_id = $1 AND id = $2
  ), above AS (
    SELECT parent_id AS id, 1 AS step FROM here WHERE parent_id IS NOT NULL
    UNION ALL
    SELECT p.parent_id, above.step + 1 FROM above JOIN comment p ON p.site_id = $1 AND p.id = above.id
    WHERE p.parent_id IS NOT NULL AND above.step < ${NEAREST_ANCESTORS}
  ), answers AS (
    SELECT r.id, r.ordered_at FROM comment r WHERE r.site_id = $1 AND r.parent_id = $2
    ORDER BY r.ordered_at, r.id LIMIT ${MAX_REPLIES}
  ), deeper AS (
    SELECT r.id, r.ordered_at FROM answers JOIN comment r ON r.site_id = $1 AND r.parent_id = answers.id
    ORDER BY r.ordered_at, r.id LIMIT ${MAX_REPLIES}
  ), around AS (
    SELECT id FROM here UNION ALL SELECT id FROM above
    UNION ALL ${neighbours(standing, '<')} UNION ALL ${neighbours(standing, '>')}
    UNION ALL (
      SELECT id FROM (SELECT id, ordered_at, 1 AS level FROM answers UNION ALL SELECT id, ordered_at, 2 FROM deeper) replies
      ORDER BY level, ordered_at, id LIMIT ${MAX_REPLIES})
  )
  SELECT c.id, c.parent_id, c.version, c.depth, ${SHOWN_BODY} AS body, w.name AS commenter_name, c.posted_at, c.replies_closed_at, ${STATE_COLUMNS}
  FROM around
  CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = around.id LIMIT 1) c
  LEFT JOIN commenter w ON w.site_id = c.site_id AND w.id = c.commenter_id
  ORDER BY c.ordered_at, c.id`

interface AroundRecord extends StateRecord {
  id: string
  parent_id: string | null
  version: number
  depth: number
  body: string
  commenter_name: string | null
  posted_at: Date | null
  replies_closed_at: Date | null
}

/**
 * The comment with its 20 nearest ancestors, five siblings before and five after, and up to 20 replies (the direct ones
 * first, then those to them). By time, oldest first. Empty when the site has no such comment.
 */
export async function listThreadAround(db: Db, siteId: string, commentId: string, standing: ThreadStanding): Promise<NearbyComment[]> {
  const records = await db.query<AroundRecord>(selectAround(standing), [siteId, commentId], `thread-around-${standing}`)
  return records.map((record) => ({
    id: record.id,
    parentId: record.parent_id,
    version: record.version,
    depth: record.depth,
    body: record.body,
    commenterName: record.commenter_name,
    state: toState(record),
    postedAt: record.posted_at?.toISOString() ?? null,
    areRepliesClosed: record.replies_closed_at !== null,
    isCurrent: record.id === commentId,
  }))
}
