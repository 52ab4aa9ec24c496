import { OverviewQuery, type GroupFigures, type NewsroomOverview } from '../../contracts/compare'
import type { VolumeBucket } from '../../contracts/volume-bucket'
import { parseInput } from '../../contracts/parse'
import { readAppealFigures } from '../../db/appeal/appeal-figures'
import type { Db } from '../../db/connection'
import { listBusiest, listWaitsOf } from '../../db/stats/stat-busiest'
import { listGroupWaits, readSiteDays, sumGroup, type GroupSums, type ShownSums } from '../../db/stats/stat-groups'
import { authorize } from '../../domain/actor'
import { groupBy } from '../../domain/group-by'
import { readFresh } from '../article/fresh'
import type { Context } from '../context'
import { readDays, toGroupFigures } from './groups'

const MAX_DAYS = 92
const BUSIEST = 10

/** The site by section, by day and by its busiest articles, with the figures that articles have, beside the days before. @throws DomainError forbidden, invalid_input */
export async function readOverview(ctx: Context, asked: unknown): Promise<NewsroomOverview> {
  authorize(ctx.actor, 'read')
  const query = parseInput(OverviewQuery, asked)
  const { from, to, days } = readDays(query.from, query.to, MAX_DAYS)
  const { siteId } = ctx.actor
  const [{ sums, waits, before, busiest }, appeals] = await Promise.all([
    readFresh(ctx.db, async (db) => ({
      ...(await readSiteDays(db, siteId, { from, to })),
      before: await readDaysBefore(db, siteId, { from, to }),
      busiest: await readBusiest(db, siteId, { from, to }),
    })),
    readAppealFigures(ctx.db, siteId, { from, to }),
  ])
  const whole = addUp(sums.sections)
  const [waitsOf, waitsOn] = [groupBy(waits.sections, ({ section }) => section), groupBy(waits.days, ({ day }) => day)]
  const comments = groupBy(sums.cells, ({ section }) => section)
  const on = new Map(sums.days.map((day) => [day.day, day]))
  return {
    ...query,
    appeals,
    whole: toGroupFigures(whole, addWaits(waits.sections)),
    judged: whole.judged,
    before,
    busiest,
    sections: sums.sections
      .map(({ section, ...own }) => {
        const trend = new Map((comments.get(section) ?? []).map((cell) => [cell.day, cell.comments]))
        return {
          section: section === '' ? null : section,
          figures: toGroupFigures(own, waitsOf.get(section) ?? []),
          trend: days.map((day) => trend.get(day) ?? 0),
        }
      })
      .sort((a, b) => b.figures.comments - a.figures.comments || (a.section ?? '').localeCompare(b.section ?? '')),
    days: days.map((day) => {
      const own = on.get(day) ?? QUIET_DAY
      return { day, figures: toGroupFigures(own, waitsOn.get(day) ?? []), outcomes: toOutcomes(day, own) }
    }),
  }
}

interface Days {
  from: Date
  to: Date
}

async function readDaysBefore(db: Db, siteId: string, { from, to }: Days): Promise<GroupFigures> {
  const group = { section: null, from: new Date(2 * from.getTime() - to.getTime()), to: from }
  return toGroupFigures(await sumGroup(db, siteId, group), await listGroupWaits(db, siteId, group))
}

async function readBusiest(db: Db, siteId: string, days: Days): Promise<NewsroomOverview['busiest']> {
  const articles = await listBusiest(db, siteId, days, BUSIEST)
  const ids = articles.map(({ id }) => id)
  const waits = groupBy(await listWaitsOf(db, siteId, days, ids), ({ id }) => id)
  return articles.map(({ id, title, section, ...sums }) => ({ id, title, section, figures: toGroupFigures(sums, waits.get(id) ?? []) }))
}

/** A day's bar: each comment once. */
function toOutcomes(day: string, { comments, rejected, ...sums }: GroupSums & ShownSums): VolumeBucket {
  const { shown_uncivil: uncivil, shown_off_topic: offTopic, shown_waiting: waiting } = sums
  return { at: `${day}T00:00:00.000Z`, rejected, uncivil, offTopic, waiting, clean: comments - rejected - uncivil - offTopic - waiting }
}

const NOTHING: GroupSums = {
  comments: 0,
  replies: 0,
  articles: 0,
  waiting: 0,
  rejected: 0,
  decided: 0,
  judged: 0,
  off_topic: 0,
  uncivil: 0,
  incivility_sum: 0,
}
const QUIET_DAY: GroupSums & ShownSums = { ...NOTHING, shown_uncivil: 0, shown_off_topic: 0, shown_waiting: 0 }

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
