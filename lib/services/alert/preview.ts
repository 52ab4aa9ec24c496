import { AlertPreviewQuery, type AlertPreview } from '../../contracts/alert'
import { parseInput } from '../../contracts/parse'
import { listHoursOfTalks, type TalkHour } from '../../db/alert-preview'
import { listTitlesAndVoices } from '../../db/stats/stat-groups'
import { authorize } from '../../domain/actor'
import { judgeAlerts, type AlertLineSettings, type AlertMeasure } from '../../domain/alerts'
import type { Context } from '../context'
import { readFresh } from '../article/fresh'

const DAYS = 30
const HOUR_MS = 3_600_000
const SHOWN = 5

/**
 * What these lines would have raised in the last 30 days, by the rule that raises alerts, at the end of every hour in which a
 * discussion was written in, and an hour later. Comments count as they stand today: what a machine suggested then and a person
 * has cleared since is not counted.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function previewAlerts(ctx: Context, asked: unknown): Promise<AlertPreview> {
  authorize(ctx.actor, 'configure')
  const lines = parseInput(AlertPreviewQuery, asked)
  const { siteId } = ctx.actor
  const from = new Date(ctx.now().getTime() - DAYS * 24 * HOUR_MS)
  return readFresh(ctx.db, async (db) => {
    const hours = await listHoursOfTalks(db, siteId, from, leastOfAnHour(lines))
    const raised = listRaised(lines, hours).sort((a, b) => b.at - a.at)
    const latest = takeLatest(raised).slice(0, SHOWN)
    const titles = new Map(
      (await listTitlesAndVoices(db, siteId, [...new Set(latest.map(({ articleId }) => articleId))])).map((one) => [one.id, one.title]),
    )
    const count = (measure: AlertMeasure) => raised.filter((one) => one.measure === measure).length
    return {
      days: DAYS,
      raised: { rate: count('rate'), uncivil: count('uncivil'), off_topic: count('off_topic') },
      articles: new Set(raised.map(({ articleId }) => articleId)).size,
      latest: latest.map(({ articleId, measure, value, at, times }) => ({
        article: { id: articleId, title: titles.get(articleId) ?? '' },
        measure,
        value,
        at: new Date(at).toISOString(),
        times,
      })),
    }
  })
}

/** One of each discussion and measure: a talk that goes on about one line would fill the list. @param raised the latest first */
function takeLatest(raised: readonly Raised[]): (Raised & { times: number })[] {
  const latest = new Map<string, Raised & { times: number }>()
  for (const one of raised) {
    const key = `${one.articleId} ${one.measure}`
    const known = latest.get(key)
    if (known) known.times += 1
    else latest.set(key, { ...one, times: 1 })
  }
  return [...latest.values()]
}

/** A discussion raises nothing unless one hour has this many comments: a window is two hours at most. */
function leastOfAnHour({ ratePerHour, uncivilShare, offTopicShare, leastComments }: AlertLineSettings): number {
  const hasShare = uncivilShare !== null || offTopicShare !== null
  return Math.ceil(Math.min(ratePerHour ?? Infinity, hasShare ? leastComments / 2 : Infinity))
}

interface Raised {
  articleId: string
  measure: AlertMeasure
  value: number
  at: number
}

/** @param hours by article, the oldest first */
function listRaised(lines: AlertLineSettings, hours: readonly TalkHour[]): Raised[] {
  const raised: Raised[] = []
  let open = new Set<AlertMeasure>()
  let before: TalkHour | undefined
  const look = (articleId: string, at: number, parts: readonly TalkHour[], length: number) => {
    const add = (pick: (hour: TalkHour) => number) => parts.reduce((sum, hour) => sum + pick(hour), 0)
    const talk = {
      comments: add((one) => one.comments),
      heated: add((one) => one.heated),
      strayed: add((one) => one.strayed),
      hours: length,
    }
    for (const { change, measure, value } of judgeAlerts(lines, talk, open)) {
      if (change === 'clear') open.delete(measure)
      else {
        open.add(measure)
        raised.push({ articleId, measure, value, at })
      }
    }
  }
  for (const hour of hours) {
    const end = hour.at + HOUR_MS
    if (before?.articleId !== hour.articleId) {
      open = new Set()
      before = undefined
    }
    // When the talk rested in between, alerts ended before this hour began.
    if (before && hour.at - before.at > HOUR_MS) look(hour.articleId, before.at + 3 * HOUR_MS, [], 1)
    const isNext = before !== undefined && hour.at - before.at === HOUR_MS
    look(hour.articleId, end, before && isNext ? [before, hour] : [hour], 2)
    look(hour.articleId, end, [hour], 1)
    before = hour
  }
  return raised
}
