import type { CommenterPage } from '@/lib/contracts/commenter'
import { ChartTable } from '../charts/chart-table'
import { Legend } from '../charts/legend'
import type { ChartSeries } from '../charts/series'
import { StackedBars } from '../charts/stacked-bars'
import { useInstantFormat } from '../ui/local-time'

/** From the ground up. A comment counts once: rejected before marked. */
const SERIES: readonly ChartSeries[] = [
  { key: 'plain', label: 'Neither', tone: 'neutral' },
  { key: 'marked', label: 'Marked', tone: 'amber' },
  { key: 'rejected', label: 'Rejected', tone: 'grey' },
]

/** What somebody wrote in each month of the last year, and what became of it. */
export function CommenterMonths({ months }: { months: CommenterPage['months'] }) {
  const format = useInstantFormat()
  const nameOf = (month: string) => format(month, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const valuesOf = ({ comments, marked, rejected }: CommenterPage['months'][number]) => [comments - marked - rejected, marked, rejected]
  const total = months.reduce((sum, month) => sum + month.comments, 0)
  if (total === 0) return null
  const bars = months.map((month, index) => ({
    name: nameOf(month.month),
    values: valuesOf(month),
    tick: { text: format(month.month, { month: 'short', timeZone: 'UTC' }), isMinor: index % 2 === 1 },
  }))
  return (
    <section aria-label="By month" className="mt-6">
      <h2 className="mb-1 text-md font-[620]">By month</h2>
      <StackedBars
        series={SERIES}
        bars={bars}
        unit={['comment', 'comments']}
        atRest=""
        height={120}
        label={`Bars of comments per month, ${total} in the last year. The figures are in the table below.`}
      />
      <div className="mt-2">
        <Legend series={SERIES} />
      </div>
      <ChartTable
        caption="Comments per month"
        head={['Month', ...SERIES.map(({ label }) => label), 'All']}
        rows={months.map((month) => [nameOf(month.month), ...valuesOf(month).map(String), String(month.comments)])}
      />
    </section>
  )
}
