import type { AuditEntry, AuditQuery } from '../../contracts/audit'
import { StopDetail } from '../../contracts/rule'
import { listAuditRows } from '../../db/audit'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

const PAGE = 50

/**
 * Who changed keys, webhooks, people and the policy: fifty at a time, the newest first, of one person, one kind of act or some days
 * where the query says so. `older` is where the next page begins, null on the last.
 *
 * @throws DomainError forbidden
 */
export async function listAuditEntries(ctx: Context, query: AuditQuery = {}): Promise<{ entries: AuditEntry[]; older: string | null }> {
  authorize(ctx.actor, 'configure')
  const rows = await listAuditRows(ctx.db, ctx.actor.siteId, query, PAGE + 1)
  const entries = rows
    .slice(0, PAGE)
    .map(({ detail, at, ...row }) => ({ ...row, stop: StopDetail.safeParse(detail).data ?? null, at: at.toISOString() }))
  return { entries, older: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null }
}
