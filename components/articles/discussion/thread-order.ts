import type { ArticleThreadEntry } from '@/lib/contracts/article-thread'

/** Which replies are hidden: those of `flipped` comments, or with `isAllHidden` those of every top-level one but the flipped. */
export interface ThreadFolding {
  isAllHidden: boolean
  flipped: ReadonlySet<string>
}

export const NOTHING_FOLDED: ThreadFolding = { isAllHidden: false, flipped: new Set() }
export const EVERYTHING_FOLDED: ThreadFolding = { isAllHidden: true, flipped: new Set() }

type Placed = Pick<ArticleThreadEntry, 'id' | 'depth'>

/** Whether the replies of this comment are hidden. */
export function isFolded({ isAllHidden, flipped }: ThreadFolding, { id, depth }: Placed): boolean {
  return flipped.has(id) !== (isAllHidden && depth === 0)
}

/** The same, with this comment's replies shown if they were hidden and hidden if they were shown. */
export function flip({ isAllHidden, flipped }: ThreadFolding, id: string): ThreadFolding {
  const next = new Set(flipped)
  if (!next.delete(id)) next.add(id)
  return { isAllHidden, flipped: next }
}

/** The entries that are seen: in reading order, the replies of a comment are the run of deeper ones after it. */
export function listVisibleEntries<Entry extends Placed>(entries: readonly Entry[], folding: ThreadFolding): Entry[] {
  const visible: Entry[] = []
  let hiddenBelow: number | null = null
  for (const entry of entries) {
    if (hiddenBelow !== null && entry.depth > hiddenBelow) continue
    hiddenBelow = isFolded(folding, entry) ? entry.depth : null
    visible.push(entry)
  }
  return visible
}
