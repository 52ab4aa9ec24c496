import type { Db } from './connection'

export interface CommenterRow {
  id: string
  externalId: string
  name: string
  /** Whether everything they send is held. */
  isHeld: boolean
}

/** Those of the site's commenters that have these external ids. */
export async function listCommenters(db: Db, siteId: string, externalIds: readonly string[]): Promise<CommenterRow[]> {
  return db.query<CommenterRow>(
    `SELECT w.id, k.external_id AS "externalId", w.name, w.held_at IS NOT NULL AS "isHeld"
     FROM unnest($2::text[]) AS k (external_id)
     CROSS JOIN LATERAL (SELECT id, name, held_at FROM commenter WHERE site_id = $1 AND external_id = k.external_id LIMIT 1) w`,
    [siteId, externalIds],
    'commenters-by-key',
  )
}

/**
 * Adds commenters and returns how many were new; those that another transaction added meanwhile are left as they are. Pass
 * them sorted by external id, so that two requests which add the same people wait in the same order.
 */
export async function insertCommenters(db: Db, siteId: string, commenters: readonly CommenterRow[], createdAt: Date): Promise<number> {
  const [written] = await db.query<{ added: number }>(
    `WITH written AS (INSERT INTO commenter (site_id, id, external_id, name, created_at)
     SELECT $1, c.id, c.external_id, c.name, $5 FROM unnest($2::uuid[], $3::text[], $4::text[]) AS c (id, external_id, name)
     ON CONFLICT (site_id, external_id) DO NOTHING RETURNING 1)
     SELECT count(*) AS added FROM written`,
    [siteId, commenters.map((c) => c.id), commenters.map((c) => c.externalId), commenters.map((c) => c.name), createdAt],
    'insert-commenters',
  )
  return written?.added ?? 0
}

/** Pass them sorted by id, for the same reason. */
export async function renameCommenters(db: Db, siteId: string, commenters: readonly CommenterRow[]): Promise<void> {
  await db.query(
    `WITH named AS (SELECT * FROM unnest($2::uuid[], $3::text[]) AS n (id, name)),
       locked AS (SELECT c.id FROM commenter c WHERE c.site_id = $1 AND c.id IN (SELECT id FROM named) ORDER BY c.id FOR NO KEY UPDATE)
     UPDATE commenter SET name = named.name FROM named JOIN locked USING (id)
     WHERE commenter.site_id = $1 AND commenter.id = named.id`,
    [siteId, commenters.map((c) => c.id), commenters.map((c) => c.name)],
  )
}

/** Those of `ids` that have written something else on the site than the comments in `except`. */
export async function listKnownCommenters(db: Db, siteId: string, ids: readonly string[], except: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT w.id FROM unnest($2::uuid[]) AS w (id)
     WHERE EXISTS (SELECT 1 FROM comment c WHERE c.site_id = $1 AND c.commenter_id = w.id AND c.id <> ALL($3::uuid[]))`,
    [siteId, ids, except],
  )
  return rows.map((row) => row.id)
}

/** When these people last wrote under these articles, in ms since 1970, by `article commenter`. */
export async function listLastTimes(
  db: Db,
  siteId: string,
  writers: readonly { commenterId: string; articleId: string }[],
): Promise<Map<string, number>> {
  const rows = await db.query<{ key: string; at: Date }>(
    `SELECT DISTINCT ON (w.article_id, w.commenter_id) w.article_id || ' ' || w.commenter_id AS key, c.ordered_at AS at
     FROM unnest($2::uuid[], $3::uuid[]) AS w (commenter_id, article_id)
     CROSS JOIN LATERAL (
       SELECT ordered_at FROM comment WHERE site_id = $1 AND commenter_id = w.commenter_id AND article_id = w.article_id
       ORDER BY ordered_at DESC LIMIT 1
     ) c`,
    [siteId, writers.map(({ commenterId }) => commenterId), writers.map(({ articleId }) => articleId)],
    'last-times',
  )
  return new Map(rows.map(({ key, at }) => [key, at.getTime()]))
}
