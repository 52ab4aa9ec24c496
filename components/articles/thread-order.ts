import type { ArticleThreadEntry } from '@/lib/contracts/article-stats'

/** The entries that are seen when the replies of `collapsed` comments are hidden: in reading order those are the run of deeper ones. */
export function listVisibleEntries(entries: readonly ArticleThreadEntry[], collapsed: ReadonlySet<string>): ArticleThreadEntry[] {
  const visible: ArticleThreadEntry[] = []
  let hiddenBelow: number | null = null
  for (const entry of entries) {
    if (hiddenBelow !== null && entry.depth > hiddenBelow) continue
    hiddenBelow = collapsed.has(entry.id) ? entry.depth : null
    visible.push(entry)
  }
  return visible
}
