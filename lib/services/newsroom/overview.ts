import { OverviewQuery, type NewsroomOverview } from '../../contracts/compare'
import { parseInput } from '../../contracts/parse'
import { readCells, type GroupSums } from '../../db/stat-groups'
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
  type Cell = (typeof cells.sums)[number]
  const dayOf = ({ day }: { day: Date }) => day.toISOString().slice(0, 10)
  const figuresOf = (has: (cell: { section: string; day: Date }) => boolean, articles: number | null) => {
    const sums = addUp(cells.sums.filter(has))
    const waits = addWaits(cells.waits.filter(has))
    return toGroupFigures({ ...sums, articles: articles ?? sums.articles }, waits)
  }
  const names = [...new Set(cells.sums.map(({ section }) => section))]
  const articlesOf = (name: string) => cells.articles.filter(({ section }) => section === name).length
  const commentsOn = (name: string, day: string) =>
    cells.sums.filter((cell: Cell) => cell.section === name && dayOf(cell) === day).reduce((sum, { comments }) => sum + comments, 0)
  return {
    ...query,
    whole: figuresOf(() => true, cells.articles.length),
    sections: names
      .map((name) => ({
        section: name === '' ? null : name,
        figures: figuresOf(({ section }) => section === name, articlesOf(name)),
        trend: days.map((day) => commentsOn(name, day)),
      }))
      .sort((a, b) => b.figures.comments - a.figures.comments),
    days: days.map((day) => ({ day, figures: figuresOf((cell) => dayOf(cell) === day, null) })),
  }
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
