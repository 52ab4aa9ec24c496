import type { HealthWork } from '../contracts/health'
import type { Db } from './connection'

interface WorkRow {
  work: HealthWork
  waiting: number
  since: Date | null
  failed: number
}

/** What waits, since when, and what was given up, of each kind of work. */
export async function listWork(db: Db, siteId: string): Promise<WorkRow[]> {
  return db.query<WorkRow>(
    `SELECT 'words' AS work, coalesce(sum(cardinality(comment_ids)) FILTER (WHERE failures < 3), 0)::int AS waiting, NULL::timestamptz AS since,
       (count(*) FILTER (WHERE failures >= 3))::int AS failed FROM document_backlog WHERE site_id = $1
     UNION ALL SELECT 'readings', count(*)::int, min(noted_at), 0 FROM late_score_task WHERE site_id = $1
     UNION ALL SELECT 'scorers', (count(*) FILTER (WHERE NOT is_dead))::int, min(noted_at) FILTER (WHERE NOT is_dead), (count(*) FILTER (WHERE is_dead))::int
       FROM scorer_task WHERE site_id = $1
     UNION ALL SELECT 'webhooks', (count(*) FILTER (WHERE state = 'pending'))::int, NULL, (count(*) FILTER (WHERE state = 'failed'))::int
       FROM webhook_delivery WHERE site_id = $1 AND state <> 'delivered'
     UNION ALL SELECT 'imports', (count(*) FILTER (WHERE state IN ('waiting', 'running')))::int, min(created_at) FILTER (WHERE state IN ('waiting', 'running')), 0
       FROM import_run WHERE site_id = $1`,
    [siteId],
  )
}

/** How the recounts of a site's figures came out. */
export async function sumChecks(db: Db, siteId: string): Promise<{ articles: number; wrong: number; at: Date | null }> {
  const [row] = await db.query<{ articles: number; wrong: number; at: Date | null }>(
    `SELECT count(*)::int AS articles, (count(*) FILTER (WHERE NOT is_right))::int AS wrong, max(checked_at) AS at
     FROM article_check WHERE site_id = $1`,
    [siteId],
  )
  return row ?? { articles: 0, wrong: 0, at: null }
}

/** Which PostgreSQL it is, and how much room its data take. */
export async function describeDatabase(db: Db): Promise<{ version: string; bytes: number }> {
  const [row] = await db.query<{ version: string; bytes: string }>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version, pg_database_size(current_database())::text AS bytes`,
    [],
  )
  return { version: row?.version ?? '', bytes: Number(row?.bytes ?? 0) }
}
