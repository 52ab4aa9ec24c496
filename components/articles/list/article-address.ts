import { parseAsBoolean, parseAsIsoDate, parseAsString, parseAsStringLiteral, type inferParserType } from 'nuqs/server'
import { ARTICLE_LIST_SORTS, type ArticleListSort } from '@/lib/domain/article-list'
import { ARTICLE_STATES } from '@/lib/domain/comment'

/** What the address of `/articles` says: the order and the filters, so that a link shares the exact view. */
export const ARTICLE_ADDRESS = {
  sort: parseAsStringLiteral(ARTICLE_LIST_SORTS).withDefault('last'),
  order: parseAsStringLiteral(['asc', 'desc'] as const).withDefault('desc'),
  section: parseAsString.withDefault(''),
  author: parseAsString.withDefault(''),
  state: parseAsStringLiteral(ARTICLE_STATES),
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  q: parseAsString.withDefault(''),
  waiting: parseAsBoolean.withDefault(false),
}

export type ArticleAddress = inferParserType<typeof ARTICLE_ADDRESS>

/** The address with every filter gone. */
export const NO_FILTERS = { section: null, author: null, state: null, from: null, to: null, q: null, waiting: null } as const

/** Whether anything narrows the list down. */
export function isNarrowed({ section, author, state, from, to, q, waiting }: ArticleAddress): boolean {
  return section !== '' || author !== '' || state !== null || from !== null || to !== null || q.trim() !== '' || waiting
}

/** Titles are read from A; of everything else the most comes first. */
export function firstOrder(sort: ArticleListSort): 'asc' | 'desc' {
  return sort === 'title' ? 'asc' : 'desc'
}

/** The address as `GET /api/v1/desk/articles` is asked. */
export function toListQuery(address: ArticleAddress): Record<string, string> {
  const { sort, order, section, author, state, from, to, q, waiting } = address
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return {
    sort,
    order,
    ...(section === '' ? {} : { section }),
    ...(author.trim() === '' ? {} : { author: author.trim() }),
    ...(state === null ? {} : { state }),
    ...(from === null ? {} : { from: day(from) }),
    ...(to === null ? {} : { to: day(to) }),
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(waiting ? { waiting: 'true' } : {}),
  }
}
