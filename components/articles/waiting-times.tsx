import type { WaitFigures } from '@/lib/contracts/article-page'
import { BarList } from '../charts/bar-list'
import { ChartTable } from '../charts/chart-table'
import { StackedBars } from '../charts/stacked-bars'
import { countOf, formatCount, formatShare, formatWait, UNKNOWN_WORDS } from './figure-words'

/** How long readers waited for a decision, and what share had one within the times that count. */
export function WaitingTimes({ waits }: { waits: WaitFigures }) {
  if (waits.decided === 0) return <p className="text-sm text-ink-3">{UNKNOWN_WORDS.notDecided}.</p>
  const every = Math.max(1, Math.ceil(waits.histogram.length / 4))
  const bars = waits.histogram.map((step, index) => ({
    name: nameOf(step),
    values: [step.comments],
    ...(index % every === 0 ? { tick: { text: formatWait(step.fromSeconds), isMinor: false } } : {}),
  }))
  return (
    <>
      <StackedBars
        series={[{ key: 'decided', label: 'Decided', tone: 'neutral' }]}
        bars={bars}
        height={84}
        unit={['comment', 'comments']}
        atRest={describeWaits(waits)}
        label={`Comments by how long they waited, ${countOf(waits.decided, 'comment')} decided by a person. The figures are in the table below.`}
        readLabel="Waiting times: read the steps one by one"
      />
      <ChartTable
        caption="Comments by waiting time"
        head={['Waited', 'Comments', 'Share']}
        rows={waits.histogram.map((step) => [nameOf(step), formatCount(step.comments), formatShare(step.comments / waits.decided)])}
      />
      <div className="print:hidden">
        <h3 className="mt-3 text-sm font-[560]">Decided within</h3>
        <BarList
          items={waits.within.map(({ seconds, share }) => ({
            key: String(seconds),
            name: formatWait(seconds),
            share,
            text: formatShare(share),
          }))}
        />
      </div>
    </>
  )
}

function describeWaits({ medianSeconds, p90Seconds }: WaitFigures): string {
  if (medianSeconds === null || p90Seconds === null) return ''
  return `Half within ${formatWait(medianSeconds)}, 9 of 10 within ${formatWait(p90Seconds)}`
}

function nameOf({ fromSeconds, toSeconds }: WaitFigures['histogram'][number]): string {
  return toSeconds === null ? `${formatWait(fromSeconds)} or longer` : `${formatWait(fromSeconds)} to ${formatWait(toSeconds)}`
}
