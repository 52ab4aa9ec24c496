import { ChartTable } from '../../charts/chart-table'
import type { ChartSeries } from '../../charts/series'
import { StackedBars, type StackedBar } from '../../charts/stacked-bars'
import type { DiscussionVoice, Figures } from '../figures'

interface ScoreDistributionProps extends DiscussionVoice {
  /** What was measured. */
  of: 'incivility' | 'offTopic'
  /** Ten steps from 0 to 1. */
  counts: readonly number[]
  unknown: number
  tone: ChartSeries['tone']
}

/** From here on a score is far along: drawn in the tone of what it measures. */
const FAR_FROM = 5

/** Comments by what scorers measured, in ten steps from one end to the other. */
export function ScoreDistribution({ t, figures: say, of, counts, unknown, tone }: ScoreDistributionProps) {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return <p className="text-sm text-ink-3">{t('scores.none')}</p>
  const [name, near, far] = [t(`scores.${of}`), t(`scores.${of}.near`), t(`scores.${of}.far`)]
  const series: ChartSeries[] = [
    { key: 'near', label: near, tone: 'neutral' },
    { key: 'far', label: far, tone },
  ]
  const bars = counts.map((count, step): StackedBar => {
    const tick = step === 0 ? { text: near, isMinor: false } : step === 9 ? { text: far, isMinor: false } : undefined
    const values = step < FAR_FROM ? [count, 0] : [0, count]
    return { name: nameOf(say, step), total: say.t('comments', { count }), values, ...(tick ? { tick } : {}) }
  })
  const farAlong = counts.slice(FAR_FROM).reduce((sum, count) => sum + count, 0)
  return (
    <div className="min-w-0">
      <h3 className="text-sm font-[560]">{name}</h3>
      <StackedBars
        series={series}
        bars={bars}
        height={84}
        atRest={t('scores.atRest', { share: say.share(farAlong / total), end: far })}
        label={t('scores.label', { name, comments: say.t('comments', { count: total }), near, far })}
        readLabel={t('scores.read', { name })}
      />
      {unknown > 0 && <p className="text-sm text-ink-3">{t('scores.unknown', { count: unknown })}</p>}
      <ChartTable
        caption={t('scores.caption', { name })}
        head={[t('scores.score'), say.t('measure.comments'), t('share')]}
        rows={counts.map((count, step) => [nameOf(say, step), say.count(count), say.share(count / total)])}
      />
    </div>
  )
}

function nameOf(say: Figures, step: number): string {
  return `${say.decimal(step / 10, 1)}–${say.decimal((step + 1) / 10, 1)}`
}
