import { parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs'
import type { ArticleSummary } from '@/lib/contracts/article-stats'

/** The columns the table can be sorted by, named as in the address. */
export const ARTICLE_SORTS = ['last', 'title', 'comments', 'waiting', 'uncivil', 'topic', 'wait'] as const
export type ArticleSort = (typeof ARTICLE_SORTS)[number]

/** What the address of `/articles` says. */
export const ARTICLE_ADDRESS = {
  sort: parseAsStringLiteral(ARTICLE_SORTS).withDefault('last'),
  order: parseAsStringLiteral(['asc', 'desc'] as const).withDefault('desc'),
  section: parseAsString.withDefault(''),
  q: parseAsString.withDefault(''),
  waiting: parseAsBoolean.withDefault(false),
}

export interface ArticleFilter {
  section: string
  q: string
  waiting: boolean
}

/** Whether anything narrows the list down. */
export function isNarrowed({ section, q, waiting }: ArticleFilter): boolean {
  return section !== '' || q.trim() !== '' || waiting
}

/** The articles that fit: of the section, with every word of `q` in title, section or author, with comments waiting. */
export function filterArticles(rows: readonly ArticleSummary[], { section, q, waiting }: ArticleFilter): ArticleSummary[] {
  const words = fold(q).split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (section !== '' && row.section !== section) return false
    if (waiting && row.waiting === 0) return false
    const text = fold([row.title, row.section, row.author].filter(Boolean).join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** The sections that occur, by name. */
export function listSections(rows: readonly ArticleSummary[]): string[] {
  return [...new Set(rows.flatMap((row) => row.section ?? []))].sort((a, b) => a.localeCompare(b))
}

/** Without accents and case, so that "cafe" finds "Café". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
