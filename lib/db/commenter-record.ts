import { RECORD_DEPTH } from '../domain/rules/rule'
import type { Db } from './connection'

/** What became of a commenter's newest comments, RECORD_DEPTH at most. */
export interface CommenterRecord {
  approved: number
  rejected: number
}

/** The records of these commenters, without the comments in `except`: as many look-ups in the index as there are commenters. */
export async function listRecords(
  db: Db,
  siteId: string,
  commenterIds: readonly string[],
  except: readonly string[],
): Promise<Map<string, CommenterRecord>> {
  const rows = await db.query<CommenterRecord & { id: string }>(
    `SELECT w.id, r.approved, r.rejected FROM unnest($2::uuid[]) AS w (id)
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE o.status = 'approved') AS approved, count(*) FILTER (WHERE o.status = 'rejected') AS rejected
       FROM (SELECT status FROM comment WHERE site_id = $1 AND commenter_id = w.id AND id <> ALL($3::uuid[])
         ORDER BY ordered_at DESC LIMIT ${RECORD_DEPTH}) o
     ) r`,
    [siteId, commenterIds, except],
    'commenter-records',
  )
  return new Map(rows.map(({ id, approved, rejected }) => [id, { approved, rejected }]))
}
