import { QueueQuery, type QueuePage, type QueueRow } from '@/lib/contracts/queue'
import type { Context } from '@/lib/services/context'
import { listQueue } from '@/lib/services/queue/list'

/** Every row of a queue, page by page. */
export async function readWholeQueue(ctx: Context, query: Partial<QueueQuery>): Promise<QueueRow[]> {
  const rows: QueueRow[] = []
  let cursor: string | null = null
  do {
    const page: QueuePage = await listQueue(ctx, QueueQuery.parse({ ...query, ...(cursor === null ? {} : { cursor }) }))
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null)
  return rows
}
