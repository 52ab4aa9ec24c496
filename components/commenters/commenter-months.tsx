import type { CommenterPage } from '@/lib/contracts/commenter'
import { ChartTable } from '../charts/chart-table'
import { Legend } from '../charts/legend'
import type { ChartSeries } from '../charts/series'
import { StackedBars } from '../charts/stacked-bars'
import { useFormats, useWords } from '../words/words-context'
import { useInstantFormat } from '../ui/local-time'

/** From the ground up. A comment counts once: rejected before marked. */
const SERIES = [
  { key: 'plain', tone: 'neutral' },
  { key: 'marked', tone: 'amber' },
  { key: 'rejected', tone: 'grey' },
] as const

/** What somebody wrote in each month of the last year, and what became of it. */
export function CommenterMonths({ months }: { months: CommenterPage['months'] }) {
  const t = useWords('commenter')
  const figures = useWords('figures')
  const formats = useFormats()
  const series = SERIES.map(({ key, tone }): ChartSeries => ({ key, tone, label: t(`series.${key}`) }))
  const format = useInstantFormat()
  const nameOf = (month: string) => format(month, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const valuesOf = ({ comments, marked, rejected }: CommenterPage['months'][number]) => [comments - marked - rejected, marked, rejected]
  const total = months.reduce((sum, month) => sum + month.comments, 0)
  if (total === 0) return null
  const bars = months.map((month, index) => ({
    name: nameOf(month.month),
    total: figures('comments', { count: month.comments }),
    values: valuesOf(month),
    tick: { text: format(month.month, { month: 'short', timeZone: 'UTC' }), isMinor: index % 2 === 1 },
  }))
  return (
    <section aria-label={t('months')} className="mt-6">
      <h2 className="mb-1 text-md font-[620]">{t('months')}</h2>
      <StackedBars series={series} bars={bars} atRest="" height={120} label={t('chart', { count: total })} />
      <div className="mt-2">
        <Legend series={series} />
      </div>
      <ChartTable
        caption={t('caption')}
        head={[t('month'), ...series.map(({ label }) => label), t('all')]}
        rows={months.map((month) => [
          nameOf(month.month),
          ...valuesOf(month).map((value) => formats.number(value)),
          formats.number(month.comments),
        ])}
      />
    </section>
  )
}
