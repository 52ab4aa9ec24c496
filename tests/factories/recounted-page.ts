import type { ArticlePage } from '@/lib/contracts/article-page'
import type { DriftNode } from '@/lib/contracts/drift-map'
import { getDb } from '@/lib/db/connection'
import { UNCIVIL_KINDS } from '@/lib/domain/comment'
import { chooseVolumeStep } from '@/lib/domain/volume'
import { listFacts, thousandths, type Fact } from './recounted-facts'

/** The figures of an article's page, and the nodes of its map, counted from the rows one by one. */
export async function recountPage(siteId: string, articleId: string) {
  const facts = await listFacts(siteId, articleId)
  const there = facts.filter(({ status }) => status !== 'removed')
  const decided = await getDb().query<{ kind: string; reason: string | null; by: string; count: number }>(
    `SELECT kind, reason, actor_kind AS by, count(*) FROM decision WHERE site_id = $1 AND article_id = $2 AND comment_id IS NOT NULL
     GROUP BY kind, reason, actor_kind`,
    [siteId, articleId],
  )
  return {
    figures: { ...countFigures(there), removed: facts.length - there.length },
    volume: countVolume(there),
    hours: countHours(there),
    distributions: {
      incivility: { counts: tenths(there.map((one) => one.incivility)), unknown: 0 },
      offTopic: {
        counts: tenths(there.flatMap(({ distance }) => distance ?? [])),
        unknown: there.filter(({ distance }) => distance === null).length,
      },
    },
    waits: countWaits(there.flatMap(({ wait }) => wait ?? [])),
    voices: countVoices(there),
    decided: decided.map((row) => `${row.by} ${row.kind} ${row.reason ?? ''} ${row.count}`).sort(),
    featured: there
      .filter(isShownFeatured)
      .map(({ id }) => id)
      .sort(),
    nodes: facts.map(toNode),
  }
}

/** What a page and a map say, in the shape of `recountPage`. */
export function readOff(page: ArticlePage, nodes: readonly DriftNode[]): Awaited<ReturnType<typeof recountPage>> {
  const { figures, volume, hours, distributions, waits, voices, decided, featured } = page
  return {
    figures,
    volume,
    hours,
    distributions,
    waits,
    voices: { ...voices, top: voices.top.toSorted(byActivity) },
    decided: decided.rows.map((row) => `${row.by} ${row.kind} ${row.reason ?? ''} ${row.count}`).sort(),
    featured: featured.map(({ id }) => id).sort(),
    nodes: nodes.map(({ id, isOffTopic, isUncivil, isStrayed, isHeated, offTopic, incivility }) => {
      return { id, isOffTopic, isUncivil, isStrayed, isHeated, offTopic, incivility }
    }),
  }
}

function groupBy<Key, One>(list: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

const mean = (list: readonly number[]) =>
  list.length === 0 ? null : list.reduce((sum, one) => sum + thousandths(one), 0) / 1000 / list.length

/** @returns what a part of the list is below, between two of them in proportion; null of none */
export function quantile(list: readonly number[], part: number): number | null {
  const sorted = list.toSorted((a, b) => a - b)
  const rank = part * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]]
  return low === undefined || high === undefined ? null : low + (rank - Math.floor(rank)) * (high - low)
}

const share = (part: number, of: number) => (of === 0 ? null : part / of)
export const isWaiting = (one: Fact) =>
  !one.isReviewed &&
  (one.status === 'pending' || (one.status === 'published' && (one.seemsOffTopic || one.seemsUncivil || one.openReports > 0)))
export const isPublic = ({ status }: Fact) => status === 'published' || status === 'approved'
const isShownFeatured = (one: Fact) => one.isFeatured && isPublic(one)
const hasStrayed = (one: Fact) => one.offTopic || one.seemsOffTopic
const isHeated = (one: Fact) => one.kind !== null || one.seemsUncivil

function countFigures(there: readonly Fact[]): Omit<ArticlePage['figures'], 'removed'> {
  const count = (holds: (one: Fact) => boolean) => there.filter(holds).length
  const waiting = there.filter(isWaiting)
  const isLeft = (one: Fact) => one.wait === null
  return {
    comments: there.length,
    replies: count((one) => one.isReply),
    voices: new Set(there.flatMap(({ voice }) => voice ?? [])).size,
    unknownAuthors: count((one) => one.voice === null),
    unknownTimes: count((one) => !one.isDated),
    statuses: {
      pending: count((one) => one.status === 'pending'),
      published: count((one) => one.status === 'published'),
      approved: count((one) => one.status === 'approved'),
      rejected: count((one) => one.status === 'rejected'),
    },
    waiting: waiting.length,
    oldestWaitingAt: waiting.map(({ arrived }) => arrived.toISOString()).sort()[0] ?? null,
    judged: count((one) => one.isReviewed || one.offTopic || one.kind !== null),
    decidedBy: {
      person: count((one) => !isLeft(one)),
      policyPublished: count((one) => isLeft(one) && isPublic(one)),
      policyHeld: count((one) => isLeft(one) && one.status === 'pending'),
      policyRejected: count((one) => isLeft(one) && one.status === 'rejected'),
    },
    offTopic: count((one) => one.offTopic),
    uncivil: count((one) => one.kind !== null),
    offTopicShare: share(
      count((one) => one.offTopic),
      there.length,
    ),
    uncivilShare: share(
      count((one) => one.kind !== null),
      there.length,
    ),
    uncivilKinds: UNCIVIL_KINDS.map((kind) => ({ kind, comments: count((one) => one.kind === kind) }))
      .filter(({ comments }) => comments > 0)
      .sort((a, b) => b.comments - a.comments),
    suggestedOffTopic: count((one) => one.seemsOffTopic),
    suggestedUncivil: count((one) => one.seemsUncivil),
    meanIncivility: mean(there.map(({ incivility }) => incivility)),
    meanOffTopic: mean(there.flatMap(({ distance }) => distance ?? [])),
    edited: count((one) => one.isEdited),
    reports: there.reduce((sum, { reports }) => sum + reports, 0),
    featured: count(isShownFeatured),
    firstCommentAt: there[0]?.at.toISOString() ?? null,
    lastCommentAt: there.at(-1)?.at.toISOString() ?? null,
  }
}

/** Only for spans that are counted in hours or days, without gaps. */
function countVolume(there: readonly Fact[]): ArticlePage['volume'] {
  const [first, last] = [there[0], there.at(-1)]
  if (!first || !last) return { step: 'hour', buckets: [] }
  const step = chooseVolumeStep(first.at, last.at)
  const length = step === 'hour' ? 3_600_000 : 86_400_000
  const start = (at: Date) => Math.floor(at.getTime() / length) * length
  const buckets: ArticlePage['volume']['buckets'] = []
  for (let at = start(first.at); at <= start(last.at); at += length) {
    const own = there.filter((one) => start(one.at) === at)
    const groups = own.map((one) =>
      one.status === 'rejected'
        ? 'rejected'
        : one.kind !== null
          ? 'uncivil'
          : one.offTopic
            ? 'offTopic'
            : isWaiting(one)
              ? 'waiting'
              : 'clean',
    )
    const count = (group: (typeof groups)[number]) => groups.filter((one) => one === group).length
    buckets.push({
      at: new Date(at).toISOString(),
      rejected: count('rejected'),
      uncivil: count('uncivil'),
      offTopic: count('offTopic'),
      waiting: count('waiting'),
      clean: count('clean'),
    })
  }
  return { step, buckets }
}

function countHours(there: readonly Fact[]): ArticlePage['hours'] {
  const hours = groupBy(there, ({ at }) => `${at.toISOString().slice(0, 13)}:00:00.000Z`)
  return [...hours]
    .map(([at, own]) => ({
      at,
      comments: own.length,
      strayed: own.filter(hasStrayed).length,
      heated: own.filter(isHeated).length,
      rejected: own.filter(({ status }) => status === 'rejected').length,
      incivility: mean(own.map(({ incivility }) => incivility)),
      offTopic: mean(own.flatMap(({ distance }) => distance ?? [])),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

function tenths(scores: readonly number[]): number[] {
  const steps = scores.map((score) => Math.min(9, Math.floor(thousandths(score) / 100)))
  return Array.from({ length: 10 }, (_, step) => steps.filter((one) => one === step).length)
}

/** @param waits in ms */
function countWaits(waits: readonly number[]): ArticlePage['waits'] {
  const sorted = waits.toSorted((a, b) => a - b)
  const seconds = (part: number) => {
    const wait = quantile(sorted, part)
    return wait === null ? null : wait / 1000
  }
  const levels = [60, 300, 900, 3600, 14_400, 86_400]
  const edges = [0, ...levels, null]
  return {
    decided: sorted.length,
    medianSeconds: seconds(0.5),
    p90Seconds: seconds(0.9),
    histogram: [0, ...levels].map((fromSeconds, index) => {
      const toSeconds = edges[index + 1] ?? null
      const comments = sorted.filter((wait) => wait >= fromSeconds * 1000 && (toSeconds === null || wait < toSeconds * 1000)).length
      return { fromSeconds, toSeconds, comments }
    }),
    within:
      sorted.length === 0
        ? []
        : levels.map((seconds) => ({ seconds, share: sorted.filter((wait) => wait <= seconds * 1000).length / sorted.length })),
  }
}

type Top = ArticlePage['voices']['top'][number]
const byActivity = (a: Top, b: Top) => b.comments - a.comments || (a.id < b.id ? -1 : 1)

function countVoices(there: readonly Fact[]): ArticlePage['voices'] {
  const byVoice = groupBy(
    there.filter(({ voice }) => voice !== null),
    ({ voice }) => voice,
  )
  const all = [...byVoice].map(([id, own]): Top => ({
    id: id ?? '',
    name: own[0]?.name ?? '',
    comments: own.length,
    share: own.length / there.length,
    offTopic: own.filter(({ offTopic }) => offTopic).length,
    uncivil: own.filter(({ kind }) => kind !== null).length,
    rejected: own.filter(({ status }) => status === 'rejected').length,
  }))
  const sizes = [...groupBy(all, ({ comments }) => comments)].map(([comments, voices]) => ({ comments, voices: voices.length }))
  return {
    voices: all.length,
    sizes: sizes.sort((a, b) => a.comments - b.comments),
    top: all.toSorted(byActivity).slice(0, 10),
  }
}

function toNode(one: Fact) {
  return {
    id: one.id,
    isOffTopic: one.offTopic,
    isUncivil: one.kind !== null,
    isStrayed: hasStrayed(one),
    isHeated: isHeated(one),
    offTopic: one.distance,
    incivility: one.incivility,
  }
}
