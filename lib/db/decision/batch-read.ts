import type { BatchOutcome, BatchResource } from '../../contracts/batch'
import type { CommentStatus } from '../../domain/comment'
import { DECIDED_AT_ONCE, NO_OUTCOMES } from './batch'
import { selectRows, toRow, type CommentRow, type RowRecord } from '../comment/comment-read'
import type { Db } from '../connection'
import { excerptOf } from '../comment/excerpt'

interface BatchRecord {
  id: string
  title: string
  by: string
  state: BatchResource['state']
  created_at: Date
  started_at: Date | null
  undone_at: Date | null
  undone_by: string | null
}

const EXCEPTIONS = `
  SELECT i.comment_id AS "commentId", i.outcome, i.detail, ${excerptOf("CASE WHEN c.status = 'removed' THEN '' ELSE c.body END", 120)} AS excerpt, w.name AS "commenterName"
  FROM batch_item i
  CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = i.site_id AND id = i.comment_id LIMIT 1) c
  LEFT JOIN LATERAL (SELECT name FROM commenter WHERE site_id = c.site_id AND id = c.commenter_id LIMIT 1) w ON true
  WHERE i.site_id = $1 AND i.batch_id = $2 AND i.outcome IN ('conflict', 'removed', 'kept') ORDER BY i.comment_id LIMIT 100`

/** The first hundred comments of a batch that were left out, with why. */
export function listExceptions(db: Db, siteId: string, id: string): Promise<BatchResource['exceptions']> {
  return db.query<BatchResource['exceptions'][number]>(EXCEPTIONS, [siteId, id], 'batch-exceptions')
}

const OUTCOMES = `
  SELECT outcome, count(*) AS count FROM batch_item WHERE site_id = $1 AND batch_id = $2 GROUP BY outcome
  UNION ALL SELECT 'changed', count(*) FROM ${DECIDED_AT_ONCE} d HAVING count(*) > 0`

/** A batch with what became of its comments; null when the site has no such batch. */
export async function findBatch(db: Db, siteId: string, id: string): Promise<BatchResource | null> {
  const [[batch], outcomes, exceptions] = await Promise.all([
    db.query<BatchRecord>(
      `SELECT id, title, actor_name AS by, state, created_at, started_at, undone_at, undone_by FROM batch WHERE site_id = $1 AND id = $2`,
      [siteId, id],
      'find-batch',
    ),
    db.query<{ outcome: BatchOutcome; count: number }>(OUTCOMES, [siteId, id], 'batch-outcomes'),
    listExceptions(db, siteId, id),
  ])
  if (!batch) return null
  const { created_at: createdAt, started_at: startedAt, undone_at: undoneAt, undone_by: undoneBy, ...rest } = batch
  const counts = { ...NO_OUTCOMES, ...Object.fromEntries(outcomes.map(({ outcome, count }) => [outcome, count])) }
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
    undoneBy,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    outcomes: counts,
    exceptions,
  }
}

/** How many comments a batch is about. */
export async function countItems(db: Db, siteId: string, id: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'SELECT count(*) AS count FROM batch_item WHERE site_id = $1 AND batch_id = $2',
    [siteId, id],
    'count-batch-items',
  )
  return row?.count ?? 0
}

/** How many comments of a batch stand in each status now. */
export async function countStatuses(db: Db, siteId: string, id: string): Promise<Partial<Record<CommentStatus, number>>> {
  const rows = await db.query<{ status: CommentStatus; count: number }>(
    `SELECT c.status, count(*) AS count FROM batch_item i
     CROSS JOIN LATERAL (SELECT status FROM comment WHERE site_id = i.site_id AND id = i.comment_id LIMIT 1) c
     WHERE i.site_id = $1 AND i.batch_id = $2 GROUP BY c.status`,
    [siteId, id],
    'batch-statuses',
  )
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

const SAMPLE = `SELECT c.* FROM batch_item i CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = i.site_id AND id = i.comment_id LIMIT 1) c
  WHERE i.site_id = $1 AND i.batch_id = $2 LIMIT $3`

/** A few comments of a batch. */
export async function listSample(db: Db, siteId: string, id: string, limit: number): Promise<CommentRow[]> {
  const records = await db.query<RowRecord>(selectRows(SAMPLE), [siteId, id, limit], 'batch-sample')
  return records.map(toRow)
}
