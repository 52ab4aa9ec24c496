import { listClosedAbove } from '../../db/closed-replies'
import type { Db } from '../../db/connection'
import type { Loaded } from './load-batch'
import type { Draft, Plan } from './plan-batch'

/** New comments whose place is beneath a comment with closed replies, by external id. Asked only where an article has such a comment. */
export async function findClosedOff(db: Db, siteId: string, plan: Plan, loaded: Loaded): Promise<Set<string>> {
  const asked = new Map<string, string>()
  for (const draft of plan.drafts.values()) {
    if (draft.stored !== null || !draft.article.hasClosedReplies) continue
    const above = findStoredAbove(draft, plan, loaded)
    if (above !== null) asked.set(draft.externalId, above)
  }
  if (asked.size === 0) return new Set()
  const closed = await listClosedAbove(db, siteId, [...new Set(asked.values())])
  return new Set([...asked].flatMap(([externalId, above]) => (closed.has(above) ? [externalId] : [])))
}

/** The nearest comment above that was there before this request. */
function findStoredAbove(draft: Draft, plan: Plan, loaded: Loaded): string | null {
  let key = plan.places.get(draft.externalId)?.parentKey ?? null
  while (key !== null) {
    const stored = loaded.stored.get(key)
    if (stored) return stored.id
    key = plan.places.get(key)?.parentKey ?? null
  }
  return null
}
