import { z } from 'zod'
import { addressNumber } from './address-number'
import type { AlertMeasure } from '../domain/alerts'
import { ARTICLE_LIST_SORTS } from '../domain/article-list'
import { ARTICLE_STATES, type ArticleState } from '../domain/comment'
import { Day, searchText } from './text'

/** Query of `GET /api/v1/desk/articles`; the same names stand in the address of `/articles`. */
export const ArticleListQuery = z.object({
  sort: z.enum(ARTICLE_LIST_SORTS).default('last'),
  order: z.enum(['asc', 'desc']).default('desc'),
  section: searchText(200).optional(),
  author: searchText(200).optional(),
  state: z.enum(ARTICLE_STATES).optional(),
  /** Part of the title. */
  q: searchText(200).optional(),
  /** The first and the last day of publication, in UTC. */
  from: Day.optional(),
  to: Day.optional(),
  /** Only articles where somebody is needed. */
  waiting: z.stringbool().optional(),
  cursor: z.string().max(500).optional(),
  limit: addressNumber(z.int().min(1).max(200), 50),
})
export type ArticleListQuery = z.infer<typeof ArticleListQuery>

/** Days that a row's series have, in UTC, the last one being today. */
export const TREND_DAYS = 14

/** One line of `/articles`. Shares are 0–1 of the comments that are not removed; null when there are none. */
export interface ArticleListRow {
  id: string
  title: string
  section: string | null
  author: string | null
  state: ArticleState
  /** Seconds that somebody must leave between two comments here; null when slow mode is off. */
  slowSeconds: number | null
  isHelpAsked: boolean
  /** Lines that the discussion is over at the moment (lib/domain/alerts.ts). */
  alerts: AlertMeasure[]
  publishedAt: string | null
  comments: number
  /** Distinct commenters whose name is known. */
  voices: number
  waiting: number
  /** Comments that somebody has reviewed or marked. While it is 0, the shares say nothing of the discussion. */
  judged: number
  rejected: number
  offTopicShare: number | null
  uncivilShare: number | null
  /** 1 − the mean incivility that scorers give, 0–1. */
  civility: number | null
  /** Of the comments that somebody decided on. */
  medianWaitSeconds: number | null
  p90WaitSeconds: number | null
  lastCommentAt: string | null
  /** Comments of each of the last TREND_DAYS days, oldest first. */
  trend: number[]
  /** The mean civility of the same days; null on a day without comments. */
  civilityTrend: (number | null)[]
}

/** Answer of `GET /api/v1/desk/articles` and of `listArticlePage` (lib/services/article/list-page.ts). */
export interface ArticleListPage {
  rows: ArticleListRow[]
  /** Articles that fit the filter. */
  total: number
  /** Pass as `cursor` for the next page; null on the last one. */
  nextCursor: string | null
  /** The server's clock, from which ages are counted. */
  now: string
}
