import { OverviewQuery, type NewsroomOverview } from '../../contracts/compare'
import { parseInput } from '../../contracts/parse'
import { readCells, type Cell, type GroupSums } from '../../db/stat-groups'
import { authorize } from '../../domain/actor'
import { readFresh } from '../article/fresh'
import type { Context } from '../context'
import { readDays, toGroupFigures } from './groups'

const MAX_DAYS = 92

/** The site by section and by day, with the figures that articles have. @throws DomainError forbidden, invalid_input */
export async function readOverview(ctx: Context, asked: unknown): Promise<NewsroomOverview> {
  authorize(ctx.actor, 'read')
  const query = parseInput(OverviewQuery, asked)
  const { from, to, days } = readDays(query.from, query.to, MAX_DAYS)
  const cells = await readFresh(ctx.db, (db) => readCells(db, ctx.actor.siteId, { from, to }))
  const articles = new Map(cells.articles.map((one) => [one.section, one.articles]))
  const all = [...articles.values()].reduce((sum, count) => sum + count, 0)
  const [sumsOf, waitsOf] = [groupBy(cells.sums, ({ section }) => section), groupBy(cells.waits, ({ section }) => section)]
  const [sumsOn, waitsOn] = [groupBy(cells.sums, dayOf), groupBy(cells.waits, dayOf)]
  return {
    ...query,
    whole: toGroupFigures({ ...addUp(cells.sums), articles: all }, addWaits(cells.waits)),
    sections: [...sumsOf]
      .map(([name, own]) => {
        const comments = new Map(own.map((cell) => [dayOf(cell), cell.comments]))
        return {
          section: name === '' ? null : name,
          figures: toGroupFigures({ ...addUp(own), articles: articles.get(name) ?? 0 }, addWaits(waitsOf.get(name) ?? [])),
          trend: days.map((day) => comments.get(day) ?? 0),
        }
      })
      .sort((a, b) => b.figures.comments - a.figures.comments),
    days: days.map((day) => ({ day, figures: toGroupFigures(addUp(sumsOn.get(day) ?? []), addWaits(waitsOn.get(day) ?? [])) })),
  }
}

function dayOf({ day }: Cell): string {
  return day.toISOString().slice(0, 10)
}

function groupBy<One>(list: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

const NOTHING: GroupSums = {
  comments: 0,
  replies: 0,
  articles: 0,
  waiting: 0,
  rejected: 0,
  decided: 0,
  off_topic: 0,
  uncivil: 0,
  incivility_sum: 0,
}

function addUp(rows: readonly GroupSums[]): GroupSums {
  const sum = { ...NOTHING }
  for (const row of rows) for (const key of Object.keys(NOTHING) as (keyof GroupSums)[]) sum[key] += row[key]
  return sum
}

function addWaits(rows: readonly { bucket: number; comments: number }[]): { bucket: number; comments: number }[] {
  const byBucket = new Map<number, number>()
  for (const { bucket, comments } of rows) byBucket.set(bucket, (byBucket.get(bucket) ?? 0) + comments)
  return [...byBucket].map(([bucket, comments]) => ({ bucket, comments })).sort((a, b) => a.bucket - b.bucket)
}
