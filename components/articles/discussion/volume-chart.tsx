'use client'

import type { ArticlePage } from '@/lib/contracts/article-page'
import type { VolumeBucket } from '@/lib/contracts/volume-bucket'
import type { VolumeStep } from '@/lib/domain/volume'
import type { ChartFlag } from '../../charts/chart-flags'
import { FlagList } from '../../charts/chart-flags'
import { ChartTable } from '../../charts/chart-table'
import { Legend } from '../../charts/legend'
import type { ChartSeries } from '../../charts/series'
import { StackedBars } from '../../charts/stacked-bars'
import { useInstantFormat } from '../../ui/local-time'
import { useWords } from '../../words/words-context'
import { useFigures } from '../use-figures'
import { totalOf } from './volume-total'

type Outcome = Exclude<keyof VolumeBucket, 'at'>

/** From the ground up. A comment counts once: rejected before uncivil before off-topic before waiting. */
const OUTCOMES: readonly { key: Outcome; tone: ChartSeries['tone'] }[] = [
  { key: 'clean', tone: 'neutral' },
  { key: 'waiting', tone: 'accent' },
  { key: 'offTopic', tone: 'amber' },
  { key: 'uncivil', tone: 'rose' },
  { key: 'rejected', tone: 'grey' },
]

/** Hours are told in the reader's time zone; days and more are days of UTC, in which they were counted. */
const NAMES: Record<VolumeStep, Intl.DateTimeFormatOptions> = {
  hour: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  week: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
}
const TICKS: Record<VolumeStep, Intl.DateTimeFormatOptions> = {
  hour: { weekday: 'short', hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  week: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  month: { month: 'short', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
}
const WHEN: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }

/** Something that happened, as the server tells it. */
export interface TalkEvent {
  key: string
  at: string
  text: string
  kind: ChartFlag['kind']
}

interface VolumeChartProps {
  volume: ArticlePage['volume']
  events?: readonly TalkEvent[]
  height?: number
  /** The end of the scale where charts beside each other share one. */
  top?: number
  name: string
  /** More columns of the table, a row for each bar. */
  beside?: { head: readonly string[]; rows: readonly (readonly string[])[] }
}

/** How many comments came when, what became of them, and what happened meanwhile. */
export function VolumeChart({ volume, events = [], height = 176, top, name, beside }: VolumeChartProps) {
  const t = useWords('discussion')
  const say = useFigures()
  const format = useInstantFormat()
  const { step, buckets } = volume
  const series = OUTCOMES.filter(({ key }) => buckets.some((bucket) => bucket[key] > 0)).map(({ key, tone }) => ({
    key,
    tone,
    label: key === 'clean' ? t('volume.clean') : say.t(`measure.${key === 'offTopic' ? 'off_topic' : key}`),
  }))
  const nameOf = (at: string) => (step === 'week' ? t('volume.weekOf', { day: format(at, NAMES[step]) }) : format(at, NAMES[step]))
  const fullest = findFullest(buckets)
  const peak = fullest ? t('volume.peak', { number: totalOf(fullest), name: nameOf(fullest.at) }) : ''
  const every = Math.max(1, Math.ceil(buckets.length / 6))
  const bars = buckets.map((bucket, index) => ({
    name: nameOf(bucket.at),
    total: say.t('comments', { count: totalOf(bucket) }),
    values: series.map(({ key }) => bucket[key]),
    ...(index % every === 0 ? { tick: { text: format(bucket.at, TICKS[step]), isMinor: (index / every) % 2 === 1 } } : {}),
  }))
  const rows = buckets.flatMap((bucket, index) => {
    if (totalOf(bucket) === 0) return []
    return [
      [nameOf(bucket.at), say.count(totalOf(bucket)), ...series.map(({ key }) => say.count(bucket[key])), ...(beside?.rows[index] ?? [])],
    ]
  })
  const flags = events.flatMap((event): ChartFlag[] => {
    const at = placeOf(event.at, buckets)
    const text = t('volume.event', { what: event.text, at: format(event.at, WHEN) })
    return at === null ? [] : [{ key: event.key, at, kind: event.kind, text }]
  })
  const total = say.t('comments', { count: buckets.reduce((sum, bucket) => sum + totalOf(bucket), 0) })
  return (
    <>
      <StackedBars
        series={series}
        bars={bars}
        atRest={peak}
        height={height}
        {...(top === undefined ? {} : { top })}
        flags={flags}
        label={t('volume.label', { name, total, peak })}
        readLabel={t('volume.read', { name })}
      />
      <FlagList flags={flags} label={t('volume.happened')} />
      <div className="mt-2">
        <Legend series={series} />
      </div>
      <ChartTable
        caption={t('volume.caption', { name })}
        head={[t(`step.${step}`), t('all'), ...series.map(({ label }) => label), ...(beside?.head ?? [])]}
        rows={rows}
      />
    </>
  )
}

/** The place of an instant on the axis, in bars; null outside of it. What happened just before the first comment stands at its left edge. */
function placeOf(at: string, buckets: readonly VolumeBucket[]): number | null {
  const [first, second] = [buckets[0], buckets[1]]
  if (!first) return null
  const time = Date.parse(at)
  const width = second ? Date.parse(second.at) - Date.parse(first.at) : 3_600_000
  const last = Date.parse(buckets.at(-1)?.at ?? first.at) + width
  if (time > last || time < Date.parse(first.at) - 2 * width * Math.max(6, buckets.length / 4)) return null
  const index = buckets.findLastIndex((bucket) => Date.parse(bucket.at) <= time)
  if (index === -1) return 0
  return index + Math.min(1, (time - Date.parse(buckets[index]?.at ?? first.at)) / width)
}

/** Null where nothing came. */
function findFullest(buckets: readonly VolumeBucket[]): VolumeBucket | null {
  return buckets.reduce<VolumeBucket | null>((best, bucket) => (totalOf(bucket) > (best ? totalOf(best) : 0) ? bucket : best), null)
}
