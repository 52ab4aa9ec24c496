import type { ArticleResource } from '../../contracts/ingest'
import type { ArticleRow } from '../../db/article/article'

/** An article as the API gives it back. */
export function toArticleResource({ publishedAt, ...article }: ArticleRow): ArticleResource {
  return { ...article, publishedAt: publishedAt?.toISOString() ?? null }
}
