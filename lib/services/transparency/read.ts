import { parseInput, refuseInput } from '../../contracts/parse'
import { SitePolicy } from '../../contracts/policy'
import { TransparencyQuery, type TransparencyFigure, type TransparencyReport } from '../../contracts/transparency'
import { findSetUp, type SetUp } from '../../db/transparency/mechanisms'
import { hasAnyComment } from '../../db/transparency/comments'
import { readPeriodFacts } from '../../db/transparency/period-facts'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { FIGURE_MEANINGS } from '../../domain/figure-meanings'
import { boundsOf, daysOf, MOST_PERIOD_DAYS, namePeriod, periodAt, periodBefore, type ReportingPeriod } from '../../domain/reporting-period'
import { FIGURE_KEYS, MECHANISMS, REPORT_FIGURES, type FigureKey, type Mechanism } from '../../domain/transparency'
import type { Context } from '../context'
import { countFigures, type Counted } from './figures'

/** How long a report is given again as it was counted: a site may show it on a page of its own, and ask each time. */
const KEPT_MS = 60_000

const kept = new Map<string, { until: number; report: Promise<TransparencyReport> }>()

/**
 * What was moderated in a period, beside the period before. Callers within a minute get what was counted for the first of them; the first
 * waits for the database, some seconds for a year of a large site.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function readTransparency(ctx: Context, asked: unknown): Promise<TransparencyReport> {
  authorize(ctx.actor, 'read')
  const period = choosePeriod(parseInput(TransparencyQuery, asked), ctx.now())
  const now = ctx.now().getTime()
  const key = [ctx.actor.siteId, period.name, period.from, period.to].join(' ')
  const known = kept.get(key)
  if (known && now < known.until) return known.report
  for (const [old, { until }] of kept) if (until <= now) kept.delete(old)
  const report = inTurn(() => countTransparency(ctx, period))
  kept.set(key, { until: now + KEPT_MS, report })
  report.catch(() => kept.delete(key))
  return report
}

/** What is counted now. */
let counting: Promise<unknown> = Promise.resolve()

/** One report is counted at a time: several would take all connections, and moderators would wait for one. */
function inTurn<Result>(count: () => Promise<Result>): Promise<Result> {
  const mine = counting.then(count, count)
  counting = mine
  return mine
}

/** The period that is asked for; this month when none is. @throws DomainError invalid_input */
function choosePeriod({ period, from, to }: TransparencyQuery, now: Date): ReportingPeriod {
  if (period !== undefined) return namePeriod(period) ?? periodAt('month', now)
  if (from === undefined && to === undefined) return periodAt('month', now)
  if (from === undefined || to === undefined) throw refuseInput([{ path: [from === undefined ? 'from' : 'to'], message: 'is missing' }])
  const days = daysOf({ name: null, from, to })
  if (days < 1) throw refuseInput([{ path: ['to'], message: 'is before from' }])
  if (days > MOST_PERIOD_DAYS) throw refuseInput([{ path: ['to'], message: `is more than ${MOST_PERIOD_DAYS} days after from` }])
  return { name: null, from, to }
}

/** The same for a page: an address that names no period shows this month, and says so. */
export function findPeriod(asked: unknown, now: Date): { period: ReportingPeriod; isAsked: boolean } {
  const query = TransparencyQuery.safeParse(asked)
  try {
    if (query.success) return { period: choosePeriod(query.data, now), isAsked: true }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
  return { period: periodAt('month', now), isAsked: false }
}

/** Whether anything was ever sent to the site. @throws DomainError forbidden */
export async function hasComments(ctx: Context): Promise<boolean> {
  authorize(ctx.actor, 'read')
  return hasAnyComment(ctx.db, ctx.actor.siteId)
}

/** The same, counted now. */
export async function countTransparency(ctx: Context, period: ReportingPeriod): Promise<TransparencyReport> {
  const { db, actor } = ctx
  const before = periodBefore(period)
  const setUp = await findSetUp(db, actor.siteId)
  if (!setUp) throw new DomainError('not_found', 'This site is gone.')
  // One after the other: two at once would take both processors of a small server from who decides meanwhile.
  const own = await readPeriodFacts(db, actor.siteId, boundsOf(period))
  const previous = await readPeriodFacts(db, actor.siteId, boundsOf(before))
  return {
    site: setUp.name,
    period: { ...period, isOver: boundsOf(period).to <= ctx.now() },
    previous: before,
    countedAt: ctx.now().toISOString(),
    figures: compare([...countFigures(own), ...listMechanisms(setUp)], countFigures(previous)),
  }
}

/** Each figure with its value before; what occurs in one period only, such as a reason, is 0 in the other. */
function compare(own: readonly Counted[], before: readonly Counted[]): TransparencyFigure[] {
  const name = ({ key, of }: Counted) => `${key} ${of}`
  const values = new Map(before.map((figure) => [name(figure), figure]))
  const names = new Set(own.map(name))
  const gone = before.filter((figure) => !names.has(name(figure))).map((figure) => ({ ...figure, value: 0 }))
  const place = new Map(FIGURE_KEYS.map((key, index) => [key, index]))
  const placeOf = (key: FigureKey) => place.get(key) ?? 0
  return [...own, ...gone]
    .sort((a, b) => placeOf(a.key) - placeOf(b.key))
    .map((figure) => {
      const { section, unit } = REPORT_FIGURES[figure.key]
      const previous = values.get(name(figure))
      const none = figure.key === 'automation.on' ? null : 0
      return { section, ...figure, meaning: FIGURE_MEANINGS[figure.key], unit, previous: previous ? previous.value : none }
    })
}

function listMechanisms({ policy, hasWords, hasHeldWords, hasJudgement, hasRemoteScorers, rules }: SetUp): Counted[] {
  const { holdAll, holdFirstComment, useJudgement } = SitePolicy.parse(policy)
  const isOn: Record<Mechanism, boolean> = {
    suggestions: true,
    watched_words: hasWords,
    held_words: hasHeldWords,
    hold_first: holdFirstComment,
    hold_all: holdAll,
    judgement: useJudgement && hasJudgement,
    remote_scorers: hasRemoteScorers,
    holding_rules: rules.includes('hold'),
    publishing_rules: rules.includes('publish'),
    rejecting_rules: rules.includes('reject'),
  }
  return MECHANISMS.map((of) => ({ key: 'automation.on', of, value: Number(isOn[of]), interval: null }))
}
