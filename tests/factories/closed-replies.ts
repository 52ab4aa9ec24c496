import type { BatchResource } from '@/lib/contracts/batch'
import { getDb } from '@/lib/db/connection'
import { decideExchange } from '@/lib/services/batch/exchange'
import type { Context } from '@/lib/services/context'

/** Closes the replies under a comment, or opens them, as the desk does: as an exchange of one. */
export function setReplies(ctx: Context, id: string, version: number, areRepliesClosed: boolean): Promise<BatchResource> {
  return decideExchange(ctx, { items: [{ id, version, areRepliesClosed }] })
}

export const closeReplies = (ctx: Context, id: string, version: number) => setReplies(ctx, id, version, true)
export const openReplies = (ctx: Context, id: string, version: number) => setReplies(ctx, id, version, false)

/** The decision by which a batch did so. */
export async function findDecisionOf(batch: BatchResource): Promise<string> {
  const [row] = await getDb().query<{ id: string }>('SELECT id FROM decision WHERE batch_id = $1', [batch.id])
  return row?.id ?? ''
}
