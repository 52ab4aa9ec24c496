import { parseId } from '../../contracts/id'
import { StopDetail } from '../../contracts/rule'
import type { AuditEntry } from '../../contracts/settings'
import { listAuditRows } from '../../db/audit'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

const PAGE = 50

/**
 * Who changed keys, webhooks, people and the policy: fifty at a time, the newest first. `older` is where the next page
 * begins, null on the last.
 *
 * @throws DomainError forbidden, not_found when `before` is no id
 */
export async function listAuditEntries(ctx: Context, before: string | null): Promise<{ entries: AuditEntry[]; older: string | null }> {
  authorize(ctx.actor, 'configure')
  const from = before === null ? null : parseId(before, 'change')
  const rows = await listAuditRows(ctx.db, ctx.actor.siteId, from, PAGE + 1)
  const entries = rows
    .slice(0, PAGE)
    .map(({ detail, at, ...row }) => ({ ...row, stop: StopDetail.safeParse(detail).data ?? null, at: at.toISOString() }))
  return { entries, older: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null }
}
