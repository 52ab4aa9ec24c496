import type { DecisionGroup, Detection } from '../../db/transparency/decisions'
import type { PeriodFacts } from '../../db/transparency/period-facts'
import { estimateShare, LEAST_FOR_SHARE } from '../../domain/agreement'
import { MARK_NAMES, REJECT_REASONS, REPORT_REASONS, UNCIVIL_KINDS } from '../../domain/comment'
import type { FigureKey } from '../../domain/transparency'

/** A figure before it is named: which, of what, and its value. */
export interface Counted {
  key: FigureKey
  of: string | null
  value: number | null
  interval: { low: number; high: number } | null
}

/** Every figure of a period except the mechanisms, which are as they are today; in the order they are shown in. */
export function countFigures(facts: PeriodFacts): Counted[] {
  return [
    ...countComments(facts.comments),
    ...countDecisions(facts.decisions),
    ...countRejections(facts.decisions),
    ...countReports(facts.reports),
    ...countAppeals(facts.appeals),
    ...countSuggestions(facts.decisions),
    one('agreement.looks', facts.looks.total),
    share('agreement.share', facts.looks.agreed, facts.looks.total, LEAST_FOR_SHARE),
  ]
}

function countComments({
  received,
  held,
  rejected,
  gone,
  deleted,
  decided,
  median,
  p90,
  withinHour,
  withinDay,
}: PeriodFacts['comments']): Counted[] {
  return [
    one('comments.received', received),
    one('comments.at_once', received - held - rejected - gone),
    one('comments.held', held),
    one('comments.rejected', rejected),
    one('comments.gone', gone),
    one('comments.deleted', deleted),
    one('waits.decided', decided),
    one('waits.median', median === null ? null : median / 1000),
    one('waits.p90', p90 === null ? null : p90 / 1000),
    one('waits.hour', decided === 0 ? null : withinHour / decided),
    one('waits.day', decided === 0 ? null : withinDay / decided),
  ]
}

const isByHand = ({ actor }: DecisionGroup) => actor === 'user' || actor === 'api_key'
const isStanding = ({ undone }: DecisionGroup) => undone === null

function countDecisions(groups: readonly DecisionGroup[]): Counted[] {
  const standing = groups.filter(isStanding)
  const byHand = standing.filter(isByHand)
  const of = (kind: DecisionGroup['kind']) => sum(byHand.filter((group) => group.kind === kind))
  return [
    one('decisions.people', sum(standing.filter(({ actor }) => actor === 'user'))),
    one('decisions.key', sum(standing.filter(({ actor }) => actor === 'api_key'))),
    one('decisions.automation', sum(standing.filter((group) => !isByHand(group)))),
    one('decisions.batches', sum(standing.filter(({ actor, isBatch }) => actor === 'user' && isBatch))),
    one('decisions.approved', of('approve')),
    one('decisions.rejected', sum(byHand.filter(({ isRejection }) => isRejection))),
    one('decisions.marked', of('mark')),
    one('decisions.unmarked', of('clear_mark')),
    one('decisions.restored', sum(byHand.filter(({ isRestored }) => isRestored))),
    one('undone.own', sum(groups.filter(({ undone }) => undone === 'own'))),
    one('undone.other', sum(groups.filter(({ undone }) => undone === 'other'))),
  ]
}

const DETECTIONS = ['reports', 'scores', 'words', 'person', 'unknown'] as const satisfies readonly Detection[]

function countRejections(groups: readonly DecisionGroup[]): Counted[] {
  const byHand = groups.filter((group) => isStanding(group) && isByHand(group))
  const rejections = byHand.filter(({ isRejection }) => isRejection)
  const marks = byHand.filter(({ kind }) => kind === 'mark')
  return [
    ...many(
      'rejections.reason',
      REJECT_REASONS,
      sumBy(rejections, ({ kind, reason }) => (kind === 'reject' ? reason : null)),
    ),
    one('rejections.marked', sum(rejections.filter(({ kind }) => kind === 'mark'))),
    ...DETECTIONS.map((detection) => one(`detected.${detection}`, sum(rejections.filter((group) => group.detection === detection)))),
    ...many(
      'marks.kind',
      ['off_topic', ...UNCIVIL_KINDS],
      sumBy(marks, ({ mark, markKind }) => (mark === 'uncivil' ? markKind : mark)),
    ),
    one('automation.rejected', sum(groups.filter((group) => isStanding(group) && !isByHand(group) && group.isRejection))),
  ]
}

function countReports({ groups, median, p90 }: PeriodFacts['reports']): Counted[] {
  const of = (outcome: (typeof groups)[number]['outcome']) => sum(groups.filter((group) => group.outcome === outcome))
  return [
    one('reports.received', sum(groups)),
    ...many(
      'reports.ground',
      REPORT_REASONS,
      sumBy(groups, ({ reason }) => reason),
    ),
    ...(['acted', 'kept', 'settled', 'open'] as const).map((outcome) => one(`reports.${outcome}`, of(outcome))),
    one('reports.median', median),
    one('reports.p90', p90),
  ]
}

function countAppeals({ groups, waiting, median }: PeriodFacts['appeals']): Counted[] {
  const of = (outcome: (typeof groups)[number]['outcome']) => sum(groups.filter((group) => group.outcome === outcome))
  return [
    one('appeals.received', sum(groups)),
    ...many(
      'appeals.subject',
      ['rejection', ...MARK_NAMES],
      sumBy(groups, ({ subject }) => subject),
    ),
    one('appeals.granted', of('granted')),
    one('appeals.upheld', of('upheld')),
    one('appeals.lapsed', of('lapsed')),
    one('appeals.open', of(null)),
    one('appeals.waiting', waiting),
    one('appeals.median', median),
  ]
}

/** Of each mark that scores propose: how often people settled a proposal, and how often they followed it. */
function countSuggestions(groups: readonly DecisionGroup[]): Counted[] {
  const standing = groups.filter(isStanding)
  return MARK_NAMES.flatMap((mark) => {
    const followed = ({ uncivilFollowed, offTopicFollowed }: DecisionGroup) => (mark === 'uncivil' ? uncivilFollowed : offTopicFollowed)
    const total = sum(standing.filter((group) => followed(group) !== null))
    return [
      { ...one('automation.suggested', total), of: mark },
      { ...share('automation.followed', sum(standing.filter((group) => followed(group) === true)), total, LEAST_FOR_SHARE), of: mark },
    ]
  })
}

const one = (key: FigureKey, value: number | null): Counted => ({ key, of: null, value, interval: null })

/** Null below `least`: so few say next to nothing. */
function share(key: FigureKey, some: number, total: number, least: number): Counted {
  const estimate = total < least ? null : estimateShare(some, total)
  return { key, of: null, value: estimate?.value ?? null, interval: estimate && { low: estimate.low, high: estimate.high } }
}

/** A figure for each that is known, in its order, and then for what else there is, the most first. Those that came to nothing are left out. */
function many(key: FigureKey, known: readonly string[], counts: ReadonlyMap<string, number>): Counted[] {
  const others = [...counts].filter(([of]) => !known.includes(of)).sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
  const found = [...known.flatMap((of): [string, number][] => [[of, counts.get(of) ?? 0]]), ...others]
  return found.filter(([, value]) => value > 0).map(([of, value]) => ({ key, of, value, interval: null }))
}

const sum = (groups: readonly { count: number }[]): number => groups.reduce((total, { count }) => total + count, 0)

function sumBy<Group extends { count: number }>(groups: readonly Group[], keyOf: (group: Group) => string | null): Map<string, number> {
  const sums = new Map<string, number>()
  for (const group of groups) {
    const key = keyOf(group)
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + group.count)
  }
  return sums
}
