import type { Db } from '../connection'

/**
 * Forgets batches that were previewed before `before` and never carried out, with what they were about; at most `limit`. Returns how many.
 * One that somebody carries out just now is theirs.
 */
export async function purgeDrafts(db: Db, before: Date, limit: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `WITH gone AS (
       DELETE FROM batch WHERE (site_id, id) IN (
         SELECT site_id, id FROM batch WHERE state = 'draft' AND created_at < $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED
       ) RETURNING site_id, id
     ), items AS (
       DELETE FROM batch_item i USING gone WHERE i.site_id = gone.site_id AND i.batch_id = gone.id
     )
     SELECT count(*) AS count FROM gone`,
    [before, limit],
  )
  return row?.count ?? 0
}
