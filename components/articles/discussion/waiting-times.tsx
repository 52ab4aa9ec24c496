import type { WaitFigures } from '@/lib/contracts/article-page'
import { BarList } from '../../charts/bar-list'
import { ChartTable } from '../../charts/chart-table'
import { StackedBars } from '../../charts/stacked-bars'
import type { DiscussionVoice } from '../figures'

/** How long readers waited for a decision, and what share had one within the times that count. */
export function WaitingTimes({ t, figures: say, waits }: DiscussionVoice & { waits: WaitFigures }) {
  if (waits.decided === 0) return <p className="text-sm text-ink-3">{say.t('why.notDecided')}</p>
  const every = Math.max(1, Math.ceil(waits.histogram.length / 4))
  const nameOf = ({ fromSeconds, toSeconds }: WaitFigures['histogram'][number]) => {
    const from = say.wait(fromSeconds)
    return toSeconds === null ? t('waits.longer', { from }) : t('waits.between', { from, to: say.wait(toSeconds) })
  }
  const bars = waits.histogram.map((step, index) => ({
    name: nameOf(step),
    total: say.t('comments', { count: step.comments }),
    values: [step.comments],
    ...(index % every === 0 ? { tick: { text: say.wait(step.fromSeconds), isMinor: false } } : {}),
  }))
  const { medianSeconds: half, p90Seconds: most } = waits
  return (
    <>
      <StackedBars
        series={[{ key: 'decided', label: t('waits.decided'), tone: 'neutral' }]}
        bars={bars}
        height={84}
        atRest={half === null || most === null ? '' : t('waits.atRest', { half: say.wait(half), most: say.wait(most) })}
        label={t('waits.label', { comments: say.t('comments', { count: waits.decided }) })}
        readLabel={t('waits.read')}
      />
      <ChartTable
        caption={t('waits.caption')}
        head={[t('waits.waited'), say.t('measure.comments'), t('share')]}
        rows={waits.histogram.map((step) => [nameOf(step), say.count(step.comments), say.share(step.comments / waits.decided)])}
      />
      <div className="print:hidden">
        <h3 className="mt-3 text-sm font-[560]">{t('waits.within')}</h3>
        <BarList
          items={waits.within.map(({ seconds, share }) => ({
            key: String(seconds),
            name: say.wait(seconds),
            share,
            text: say.share(share),
          }))}
        />
      </div>
    </>
  )
}
