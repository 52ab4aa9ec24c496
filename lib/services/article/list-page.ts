import { z } from 'zod'
import { ArticleListQuery, TREND_DAYS, type ArticleListPage, type ArticleListRow } from '../../contracts/article-list'
import { parseInput } from '../../contracts/parse'
import { storableText } from '../../contracts/text'
import { countArticleRows, listArticleRows, type ArticlePlace, type ListedArticleRow } from '../../db/article/article-list'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { share } from './figures'
import { readFresh } from './fresh'

const DAY_MS = 86_400_000

/**
 * A page of the site's articles with the figures of their discussions, in any order, narrowed down in any way. Costs what the page
 * holds, not what the site does: the order is kept by the database.
 *
 * @throws DomainError forbidden, invalid_input for an invalid filter or cursor
 */
export async function listArticlePage(ctx: Context, asked: unknown = {}): Promise<ArticleListPage> {
  authorize(ctx.actor, 'read')
  const query = parseInput(ArticleListQuery, asked)
  const now = ctx.now()
  const today = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS)
  const after = query.cursor === undefined ? null : readPlace(query.cursor, query)
  return readFresh(ctx.db, async (db) => {
    const [found, total] = await Promise.all([
      listArticleRows(db, ctx.actor.siteId, query, { after, limit: query.limit + 1, today }),
      countArticleRows(db, ctx.actor.siteId, query),
    ])
    const rows = found.slice(0, query.limit)
    const last = rows.at(-1)
    return {
      rows: rows.map(toListRow),
      total,
      nextCursor: found.length > query.limit && last ? writePlace(query, last) : null,
      now: now.toISOString(),
    }
  })
}

/** All of the list, page by page. @throws DomainError forbidden, invalid_input */
export async function* exportArticles(ctx: Context, asked: Record<string, unknown>): AsyncGenerator<ArticleListRow[]> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: ArticleListPage = await listArticlePage(ctx, { ...asked, limit: 200, cursor })
    yield page.rows
    cursor = page.nextCursor
  }
}

function toListRow(row: ListedArticleRow): ArticleListRow {
  const comments = row.comments ?? 0
  const days = new Map((row.days ?? []).map((day) => [day.day, day]))
  const series = Array.from({ length: TREND_DAYS }, (_, index) => days.get(TREND_DAYS - 1 - index))
  const known = (value: number) => (value < 0 ? null : value)
  const { id, title, section, author, state, slowSeconds, isHelpAsked, voices } = row
  return {
    ...{ id, title, section, author, state, slowSeconds, isHelpAsked, voices, comments },
    alerts: row.alerts ?? [],
    publishedAt: row.publishedAt?.toISOString() ?? null,
    waiting: row.waiting ?? 0,
    judged: row.judged ?? 0,
    rejected: row.rejected ?? 0,
    offTopicShare: share(row.off_topic ?? 0, comments),
    uncivilShare: share(row.uncivil ?? 0, comments),
    civility: comments === 0 ? null : 1 - (row.incivility_sum ?? 0) / 1000 / comments,
    medianWaitSeconds: known(row.medianWait),
    p90WaitSeconds: known(row.p90Wait),
    lastCommentAt: comments === 0 ? null : row.lastAt.toISOString(),
    trend: series.map((day) => day?.comments ?? 0),
    civilityTrend: series.map((day) => (day ? 1 - day.incivility / 1000 / day.comments : null)),
  }
}

type Order = Pick<ArticleListQuery, 'sort' | 'order'>

/** The place as text that callers hand back and need not understand. */
function writePlace({ sort, order }: Order, { key, id }: ArticlePlace): string {
  return Buffer.from(JSON.stringify([sort, order, key, id])).toString('base64url')
}

const Timestamp = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d)?$/)
  .refine((text) => isClockTime(text.slice(0, 19)))
const Decimal = z.string().regex(/^(-?\d{1,15}(\.\d{1,20})?(e[+-]?\d{1,2})?|Infinity)$/)
const Count = z.string().regex(/^\d{1,9}$/)
/** Made once: making one takes far longer than to parse. */
const placeBy = (key: z.ZodType<string>) => z.tuple([z.string(), z.string(), key, z.uuid()])
const BY_TIME = placeBy(Timestamp)
const BY_COUNT = placeBy(Count)
const BY_DECIMAL = placeBy(Decimal)
const PLACES: Record<ArticleListQuery['sort'], ReturnType<typeof placeBy>> = {
  last: BY_TIME,
  published: BY_TIME,
  title: placeBy(storableText(2000)),
  comments: BY_COUNT,
  waiting: BY_COUNT,
  voices: BY_COUNT,
  off_topic: BY_DECIMAL,
  uncivil: BY_DECIMAL,
  civility: BY_DECIMAL,
  median_wait: BY_DECIMAL,
  p90_wait: BY_DECIMAL,
}

/** Whether a calendar has such a day, and a clock such a time: the database has no other. */
function isClockTime(text: string): boolean {
  const time = new Date(`${text.replace(' ', 'T')}Z`)
  return !Number.isNaN(time.getTime()) && time.getUTCFullYear() > 0 && time.toISOString().startsWith(text.replace(' ', 'T'))
}

/** @throws DomainError invalid_input when we did not write it, or for another order */
function readPlace(cursor: string, { sort, order }: Order): ArticlePlace {
  const { data: place } = PLACES[sort].safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (place?.[0] === sort && place[1] === order) return { key: place[2], id: place[3] }
  throw new DomainError('invalid_input', 'This cursor is not one of ours. Start again at the first page.', {
    problems: [{ path: ['cursor'], message: 'is not a cursor of this list in this order' }],
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
