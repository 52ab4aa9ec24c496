import { putArticleCheck, type StatDifference } from '../../db/article/article-check'
import type { Db } from '../../db/connection'
import { listVoiceSizes, readArticleCounts } from '../../db/stats/stat-article'
import { STAT_COLUMNS, type StatCounts } from '../../db/stats/stat-columns'
import {
  listArticleIds,
  listKeptStats,
  readKeptDecisions,
  rebuildArticleStats,
  recountArticle,
  recountHours,
  recountOthers,
} from '../../db/stats/stat-recount'
import { listWaitBuckets, readWaitQuantiles } from '../../db/stats/stat-standing'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'
import { readFresh } from './fresh'

const PAGE = 200
/** As many differences of one article as anybody reads. */
const MAX_DIFFERENCES = 50

export interface ReconciledArticle {
  id: string
  title: string
  differences: StatDifference[]
}

/**
 * Recounts discussions from their rows and compares every stored figure: totals, by day and by hour, voices, waits and decisions.
 * The outcome is recorded and shown on the article's page; nothing is repaired.
 *
 * @yields each article as it was compared
 * @throws DomainError forbidden
 */
export async function* reconcileArticles(ctx: Context): AsyncGenerator<ReconciledArticle> {
  authorize(ctx.actor, 'configure')
  const { siteId } = ctx.actor
  for (let after: string | null = null; ;) {
    const articles: { id: string; title: string }[] = await listArticleIds(ctx.db, siteId, after, PAGE)
    for (const article of articles) yield { ...article, differences: await reconcileArticle(ctx, article.id) }
    if (articles.length < PAGE) return
    after = articles.at(-1)?.id ?? null
  }
}

/** The same for one article. @returns the figures that are not what the rows say @throws DomainError forbidden */
export async function reconcileArticle(ctx: Context, articleId: string): Promise<StatDifference[]> {
  authorize(ctx.actor, 'configure')
  const { siteId } = ctx.actor
  const differences = (await readFresh(ctx.db, (db) => compareArticle(db, siteId, articleId))).slice(0, MAX_DIFFERENCES)
  await putArticleCheck(ctx.db, siteId, articleId, { checkedAt: ctx.now(), isRight: differences.length === 0, differences })
  return differences
}

/** Throws away the roll-ups of an article and recounts them, never silently. @throws DomainError forbidden */
export async function repairArticle(ctx: Context, articleId: string): Promise<StatDifference[]> {
  authorize(ctx.actor, 'configure')
  await ctx.db.transaction((db) => rebuildArticleStats(db, ctx.actor.siteId, articleId))
  return reconcileArticle(ctx, articleId)
}

async function compareArticle(db: Db, siteId: string, articleId: string): Promise<StatDifference[]> {
  const [kept, counted, keptHours, countedHours, keptDays, others, sizes, decisions, waits] = await Promise.all([
    readArticleCounts(db, siteId, articleId),
    recountArticle(db, siteId, articleId),
    listKeptStats(db, siteId, articleId, 'h'),
    recountHours(db, siteId, articleId),
    listKeptStats(db, siteId, articleId, 'd'),
    recountOthers(db, siteId, articleId),
    listVoiceSizes(db, siteId, articleId),
    readKeptDecisions(db, siteId, articleId),
    listWaitBuckets(db, siteId, articleId).then((buckets) => readWaitQuantiles(db, siteId, articleId, buckets, [0.5, 0.9])),
  ])
  const voices = sizes.reduce((sum, size) => sum + size.voices, 0)
  const inTheirComments = sizes.reduce((sum, size) => sum + size.voices * size.comments, 0)
  const pairs: [string, number | null, number | null][] = [
    ['voices', voices, others.voices],
    ['comments of known authors', inTheirComments, counted.comments - counted.unknown_authors],
    ['voices that differ', others.wrongVoices, 0],
    ['waits by day that differ', others.wrongWaits, 0],
    ['decisions', decisions, others.decisions],
    ['median wait', milliseconds(waits[0]), milliseconds(others.medianWait)],
    ['p90 wait', milliseconds(waits[1]), milliseconds(others.p90Wait)],
  ]
  return [
    ...compareCounts('', kept, counted),
    ...compareSeries('hour', keptHours, countedHours),
    ...compareSeries('day', keptDays, sumByDay(countedHours)),
    ...pairs.flatMap(([figure, one, other]) => (one === other ? [] : [{ figure, kept: one, counted: other }])),
  ]
}

/** Quantiles are fractions of milliseconds, which are not compared to the last bit. */
function milliseconds(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined ? null : Math.round(seconds * 1000)
}

function compareCounts(where: string, kept: StatCounts, counted: StatCounts): StatDifference[] {
  return STAT_COLUMNS.flatMap((column) =>
    kept[column] === counted[column] ? [] : [{ figure: `${where}${column}`, kept: kept[column], counted: counted[column] }],
  )
}

type Series = (StatCounts & { at: Date })[]

function compareSeries(grain: string, kept: Series, counted: Series): StatDifference[] {
  const at = (row: { at: Date }) => row.at.toISOString()
  const keptBy = new Map(kept.map((row) => [at(row), row]))
  const countedBy = new Map(counted.map((row) => [at(row), row]))
  const missing = [...keptBy.keys()].filter((key) => !countedBy.has(key))
  return [
    ...missing.map((key) => ({ figure: `${grain} ${key}`, kept: 'there', counted: null })),
    ...[...countedBy].flatMap(([key, row]): StatDifference[] => {
      const own = keptBy.get(key)
      return own ? compareCounts(`${grain} ${key} `, own, row) : [{ figure: `${grain} ${key}`, kept: null, counted: 'there' }]
    }),
  ]
}

function sumByDay(hours: Series): Series {
  const days = new Map<string, StatCounts & { at: Date }>()
  for (const hour of hours) {
    const key = hour.at.toISOString().slice(0, 10)
    const day = days.get(key)
    if (!day) days.set(key, { ...hour, at: new Date(`${key}T00:00:00Z`) })
    else for (const column of STAT_COLUMNS) day[column] += hour[column]
  }
  return [...days.values()]
}
