import type { ThreadEntry } from '@/lib/contracts/queue'

/** How many siblings on either side of the current comment are shown at first. */
const SIBLINGS_SHOWN = 2

/**
 * The entries that matter for the current comment: what it replies to, what replies to it, and its nearest siblings.
 * Those left out are other branches; the order stays.
 */
export function pickNearEntries(entries: readonly ThreadEntry[]): ThreadEntry[] {
  const current = entries.find((entry) => entry.isCurrent)
  if (!current) return [...entries]
  const parents = new Map(entries.map((entry) => [entry.id, entry.parentId]))
  const above = listAncestors(current.id, parents)
  const siblings = entries.filter((entry) => entry.parentId === current.parentId)
  const at = siblings.indexOf(current)
  const near = new Set(siblings.slice(Math.max(0, at - SIBLINGS_SHOWN), at + SIBLINGS_SHOWN + 1).map((entry) => entry.id))
  return entries.filter((entry) => above.has(entry.id) || near.has(entry.id) || listAncestors(entry.id, parents).has(current.id))
}

/** Whether there is more of a thread than the comment itself: what can be decided on together. */
export function isExchange(entries: readonly ThreadEntry[]): boolean {
  return pickNearEntries(entries).length > 1
}

function listAncestors(id: string, parents: ReadonlyMap<string, string | null>): Set<string> {
  const found = new Set<string>()
  let parent = parents.get(id)
  while (parent !== undefined && parent !== null && !found.has(parent)) {
    found.add(parent)
    parent = parents.get(parent)
  }
  return found
}
