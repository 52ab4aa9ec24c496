import type { ArticleListRow } from '@/lib/contracts/article-list'

/** A row, with the moment the list was read. */
export type ListedArticle = ArticleListRow & { now: string }
