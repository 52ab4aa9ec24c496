import { ChartTable } from '../charts/chart-table'
import type { ChartSeries } from '../charts/series'
import { StackedBars, type StackedBar } from '../charts/stacked-bars'
import { countOf, formatCount, formatShare } from './figure-words'

interface ScoreDistributionProps {
  name: string
  /** Ten steps from 0 to 1. */
  counts: readonly number[]
  unknown: number
  /** What the two ends mean. */
  ends: readonly [string, string]
  tone: ChartSeries['tone']
}

/** From here on a score is far along: drawn in the tone of what it measures. */
const FAR_FROM = 5

/** Comments by what scorers measured, in ten steps from one end to the other. */
export function ScoreDistribution({ name, counts, unknown, ends, tone }: ScoreDistributionProps) {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return <p className="text-sm text-ink-3">Nothing was scored here.</p>
  const series: ChartSeries[] = [
    { key: 'near', label: ends[0], tone: 'neutral' },
    { key: 'far', label: ends[1], tone },
  ]
  const bars = counts.map((count, step): StackedBar => {
    const tick = step === 0 ? { text: ends[0], isMinor: false } : step === 9 ? { text: ends[1], isMinor: false } : undefined
    return { name: nameOf(step), values: step < FAR_FROM ? [count, 0] : [0, count], ...(tick ? { tick } : {}) }
  })
  const far = counts.slice(FAR_FROM).reduce((sum, count) => sum + count, 0)
  return (
    <div className="min-w-0">
      <h3 className="text-sm font-[560]">{name}</h3>
      <StackedBars
        series={series}
        bars={bars}
        height={84}
        unit={['comment', 'comments']}
        atRest={`${formatShare(far / total)} nearer to “${ends[1]}”`}
        label={`${name}: ${countOf(total, 'comment')} in ten steps from ${ends[0]} to ${ends[1]}. The figures are in the table below.`}
        readLabel={`${name}: read the steps one by one`}
      />
      {unknown > 0 && <p className="text-sm text-ink-3">{countOf(unknown, 'comment')} too short to tell.</p>}
      <ChartTable
        caption={`${name}, comments by score`}
        head={['Score', 'Comments', 'Share']}
        rows={counts.map((count, step) => [nameOf(step), formatCount(count), formatShare(count / total)])}
      />
    </div>
  )
}

function nameOf(step: number): string {
  return `${(step / 10).toFixed(1)}–${((step + 1) / 10).toFixed(1)}`
}
