import type { ArticleListRow } from '@/lib/contracts/article-list'

/** A share says something once somebody has judged a comment; before, it would only repeat that nobody has. */
export function knownShare(row: Pick<ArticleListRow, 'judged'>, share: number | null): number | undefined {
  return row.judged === 0 ? undefined : (share ?? undefined)
}
