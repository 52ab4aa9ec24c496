/** What the list can be ordered by. `published` falls back to the arrival of the article where the source gave no time. */
export const ARTICLE_LIST_SORTS = [
  'last',
  'published',
  'title',
  'comments',
  'waiting',
  'off_topic',
  'uncivil',
  'civility',
  'voices',
  'median_wait',
  'p90_wait',
] as const
export type ArticleListSort = (typeof ARTICLE_LIST_SORTS)[number]

/** More articles than these are not named one by one when their figures change. */
export const MAX_TOLD_ARTICLES = 200
