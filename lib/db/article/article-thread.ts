import type { ArticleThreadEntry } from '../../contracts/article-thread'
import type { CommentStatus, UncivilKind } from '../../domain/comment'
import { IS_HARSH } from '../comment/harsh-text'
import type { Db } from '../connection'

/** Where a comment stands when the thread is read from the top. */
export interface ThreadStep {
  id: string
  /** Steps below the top level. */
  depth: number
}

/** The next `most` comments of an article in reading order, after one of them or from the top: as many steps however long it is. */
export async function walkThread(db: Db, siteId: string, articleId: string, after: string | null, most: number): Promise<ThreadStep[]> {
  return db.query<ThreadStep>('SELECT id, depth FROM walk_thread($1, $2, $3, $4)', [siteId, articleId, after, most], 'walk-thread')
}

/** Whether there is such a comment under an article. */
export async function isOfArticle(db: Db, siteId: string, articleId: string, commentId: string): Promise<boolean> {
  const text = 'SELECT EXISTS (SELECT FROM comment WHERE site_id = $1 AND id = $2 AND article_id = $3) AS yes'
  const [row] = await db.query<{ yes: boolean }>(text, [siteId, commentId, articleId], 'comment-of-article')
  return row?.yes ?? false
}

const BELOW = `
  SELECT k.id, (
    SELECT count(*)::int FROM (
      WITH RECURSIVE below AS (
        SELECT c.id FROM comment c WHERE c.site_id = $1 AND c.parent_id = k.id
        UNION ALL SELECT c.id FROM below b JOIN comment c ON c.site_id = $1 AND c.parent_id = b.id
      ) SELECT FROM below LIMIT $3
    ) counted
  ) AS replies
  FROM unnest($2::uuid[]) AS k (id)`

/** How many comments stand below each of these, at any depth; counted up to `most`. */
export async function countBelow(db: Db, siteId: string, ids: readonly string[], most: number): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db.query<{ id: string; replies: number }>(BELOW, [siteId, ids, most], 'thread-below')
  return new Map(rows.map(({ id, replies }) => [id, replies]))
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
         (SELECT m.kind FROM mark m WHERE m.site_id = $1 AND m.comment_id = c.id AND m.mark = 'uncivil') AS uncivil,
         ${IS_HARSH} AS "isHarsh"
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
  isHarsh: boolean
}

/** These comments with what the thread shows of them, in the order of `ids`. */
export async function listThreadEntries(
  db: Db,
  siteId: string,
  ids: readonly string[],
): Promise<Omit<ArticleThreadEntry, 'depth' | 'replies' | 'hasMoreReplies'>[]> {
  const rows = await db.query<EntryRow>(ENTRIES, [siteId, ids], 'article-thread-entries')
  return rows.map((row) => ({ ...row, postedAt: row.postedAt?.toISOString() ?? null }))
}
