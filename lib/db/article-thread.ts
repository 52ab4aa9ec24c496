import type { ArticleThreadEntry } from '../contracts/article-thread'
import type { CommentStatus, UncivilKind } from '../domain/comment'
import type { ThreadNode } from '../domain/reading-order'
import type { Db } from './connection'

const SKELETON = `
  SELECT id, parent_id AS "parentId" FROM comment WHERE site_id = $1 AND article_id = $2 ORDER BY ordered_at, id`

/** Every comment of the article with its parent, oldest first: ids only, so that a large thread stays small. */
export async function listThreadNodes(db: Db, siteId: string, articleId: string): Promise<ThreadNode[]> {
  return db.query<ThreadNode>(SKELETON, [siteId, articleId], 'article-thread-nodes')
}

/**
 * The text of a comment deleted at its source stays behind: readers of the thread see that it was there, no more.
 * Marks are looked up, not joined, since without statistics, as after the first import, a join reads whole indexes.
 */
const ENTRIES = `
  SELECT c.id, c.parent_id AS "parentId", c.parent_id IS NULL AND c.parent_external_id IS NOT NULL AS "hasUnknownParent",
         CASE WHEN c.status = 'removed' THEN '' ELSE c.body END AS body, c.status, c.posted_at AS "postedAt",
         (SELECT p.name FROM commenter p WHERE p.site_id = $1 AND p.id = c.commenter_id) AS "commenterName",
         EXISTS (SELECT FROM mark m WHERE m.site_id = $1 AND m.comment_id = c.id AND m.mark = 'off_topic') AS "offTopic",
         (SELECT m.kind FROM mark m WHERE m.site_id = $1 AND m.comment_id = c.id AND m.mark = 'uncivil') AS uncivil
  FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place)
  JOIN comment c ON c.site_id = $1 AND c.id = wanted.id
  ORDER BY wanted.place`

interface EntryRow {
  id: string
  parentId: string | null
  hasUnknownParent: boolean
  body: string
  commenterName: string | null
  status: CommentStatus
  postedAt: Date | null
  offTopic: boolean
  uncivil: UncivilKind | null
}

/** These comments with what the thread shows of them, in the order of `ids`. */
export async function listThreadEntries(
  db: Db,
  siteId: string,
  ids: readonly string[],
): Promise<Omit<ArticleThreadEntry, 'depth' | 'replies'>[]> {
  const rows = await db.query<EntryRow>(ENTRIES, [siteId, ids], 'article-thread-entries')
  return rows.map((row) => ({ ...row, postedAt: row.postedAt?.toISOString() ?? null }))
}
