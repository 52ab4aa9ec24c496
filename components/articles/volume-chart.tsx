'use client'

import type { ArticleStats, VolumeBucket } from '@/lib/contracts/article-stats'
import type { VolumeStep } from '@/lib/domain/volume'
import { ChartTable } from '../charts/chart-table'
import { Legend } from '../charts/legend'
import type { ChartSeries } from '../charts/series'
import { StackedBars } from '../charts/stacked-bars'
import { useInstantFormat } from '../ui/local-time'
import { countOf, formatCount } from './figure-words'

type Outcome = Exclude<keyof VolumeBucket, 'at'>

/** From the ground up. A comment counts once: rejected before uncivil before off-topic before waiting. */
const SERIES: readonly (ChartSeries & { key: Outcome })[] = [
  { key: 'clean', label: 'No marks', tone: 'neutral' },
  { key: 'waiting', label: 'Waiting', tone: 'accent' },
  { key: 'offTopic', label: 'Off-topic', tone: 'amber' },
  { key: 'uncivil', label: 'Uncivil', tone: 'rose' },
  { key: 'rejected', label: 'Rejected', tone: 'grey' },
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

/** How many comments came when, and what became of them. */
export function VolumeChart({ volume }: { volume: ArticleStats['volume'] }) {
  const format = useInstantFormat()
  const { step, buckets } = volume
  const series = SERIES.filter(({ key }) => buckets.some((bucket) => bucket[key] > 0))
  const nameOf = (at: string) => `${step === 'week' ? 'Week of ' : ''}${format(at, NAMES[step])}`
  const peak = describePeak(buckets, nameOf)
  const every = Math.max(1, Math.ceil(buckets.length / 6))
  const bars = buckets.map((bucket, index) => ({
    name: nameOf(bucket.at),
    values: series.map(({ key }) => bucket[key]),
    ...(index % every === 0 ? { tick: { text: format(bucket.at, TICKS[step]), isMinor: (index / every) % 2 === 1 } } : {}),
  }))
  const rows = buckets
    .filter((bucket) => totalOf(bucket) > 0)
    .map((bucket) => [nameOf(bucket.at), ...series.map(({ key }) => formatCount(bucket[key])), formatCount(totalOf(bucket))])
  return (
    <>
      <StackedBars series={series} bars={bars} unit={['comment', 'comments']} atRest={peak} label={describeVolume(volume, peak)} />
      <div className="mt-2">
        <Legend series={series} />
      </div>
      <ChartTable caption={`Comments per ${step}`} head={[capitalise(step), ...series.map(({ label }) => label), 'All']} rows={rows} />
    </>
  )
}

function describeVolume({ step, buckets }: ArticleStats['volume'], peak: string): string {
  const total = buckets.reduce((sum, bucket) => sum + totalOf(bucket), 0)
  return `Bars of comments per ${step}, ${countOf(total, 'comment')} in all. ${peak}. The figures are in the table below.`
}

/** "The most: 86, Sat 14 Nov". */
function describePeak(buckets: readonly VolumeBucket[], nameOf: (at: string) => string): string {
  const fullest = buckets.reduce<VolumeBucket | null>((best, bucket) => (best && totalOf(best) >= totalOf(bucket) ? best : bucket), null)
  return fullest ? `The most: ${formatCount(totalOf(fullest))}, ${nameOf(fullest.at)}` : ''
}

function totalOf(bucket: VolumeBucket): number {
  return SERIES.reduce((sum, { key }) => sum + bucket[key], 0)
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
