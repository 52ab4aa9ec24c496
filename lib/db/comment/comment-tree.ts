import type { Db } from '../connection'

/** A node of a tree whose top waits for a parent, or is about to be hung under one. */
interface TreeNode {
  /** The node at the top of its tree. */
  topId: string
  id: string
  externalId: string
  depth: number
}

/**
 * The trees, whole, whose tops wait for one of `parents` (in the article named with it), and those whose tops are `topIds`.
 * One recursive walk along the index of replies; it visits every node once. OFFSET 0 keeps each step a look-up by key.
 */
export async function listMovableTrees(
  db: Db,
  siteId: string,
  parents: readonly { externalId: string; articleExternalId: string }[],
  topIds: readonly string[],
): Promise<(TreeNode & { awaitedExternalId: string | null })[]> {
  return db.query(
    `WITH RECURSIVE top AS (
       SELECT c.id, c.external_id, c.parent_external_id AS awaited
       FROM unnest($2::text[], $3::text[]) AS p (external_id, article_external_id)
       CROSS JOIN LATERAL (
         SELECT * FROM comment WHERE site_id = $1 AND parent_external_id = p.external_id AND parent_id IS NULL OFFSET 0
       ) c
       CROSS JOIN LATERAL (SELECT external_id FROM article WHERE site_id = $1 AND id = c.article_id LIMIT 1) a
       WHERE a.external_id = p.article_external_id
       UNION ALL
       SELECT c.id, c.external_id, NULL FROM comment c WHERE c.site_id = $1 AND c.id = ANY($4::uuid[])
     ), tree AS (
       SELECT id AS top_id, id, external_id, 0 AS depth, awaited FROM top
       UNION ALL
       SELECT t.top_id, c.id, c.external_id, t.depth + 1, NULL
       FROM tree t CROSS JOIN LATERAL (SELECT id, external_id FROM comment WHERE site_id = $1 AND parent_id = t.id OFFSET 0) c
     )
     SELECT top_id AS "topId", id, external_id AS "externalId", depth, awaited AS "awaitedExternalId" FROM tree`,
    [siteId, parents.map((p) => p.externalId), parents.map((p) => p.articleExternalId), topIds],
    'movable-trees',
  )
}

/** Hangs the tops of stored trees under parents that are there now. */
export async function attachToParents(db: Db, siteId: string, links: readonly { id: string; parentId: string }[]): Promise<void> {
  await db.query(
    `UPDATE comment SET parent_id = l.parent_id FROM unnest($2::uuid[], $3::uuid[]) AS l (id, parent_id)
     WHERE comment.site_id = $1 AND comment.id = l.id`,
    [siteId, links.map((l) => l.id), links.map((l) => l.parentId)],
  )
}

/** Writes how deep comments stand after their tree has moved. */
export async function updateDepths(db: Db, siteId: string, depths: readonly { id: string; depth: number }[]): Promise<void> {
  await db.query(
    `UPDATE comment SET depth = d.depth FROM unnest($2::uuid[], $3::int[]) AS d (id, depth)
     WHERE comment.site_id = $1 AND comment.id = d.id`,
    [siteId, depths.map((d) => d.id), depths.map((d) => d.depth)],
  )
}
