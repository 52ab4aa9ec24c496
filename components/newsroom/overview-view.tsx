'use client'

import type { NewsroomOverview, Workload } from '@/lib/contracts/compare'
import { useFigures } from '../articles/use-figures'
import { useWords } from '../words/words-context'
import { Section } from '../articles/section'
import { ChartTable } from '../charts/chart-table'
import { Legend } from '../charts/legend'
import type { ChartSeries } from '../charts/series'
import { StackedBars } from '../charts/stacked-bars'
import { useInstantFormat } from '../ui/local-time'
import { GROUP_MEASURES, writeMeasure } from './group-figures'
import { SectionTable } from './section-table'
import { WorkloadTable } from './workload-table'

interface OverviewViewProps {
  overview: NewsroomOverview
  /** Null for those who do not lead. */
  workload: Workload | null
}

const STRIP = ['comments', 'off_topic', 'uncivil', 'civility', 'waiting', 'median_wait']

/** The whole newsroom by section and by day; for leads, by moderator as well. */
export function OverviewView({ overview, workload }: OverviewViewProps) {
  const t = useWords('newsroom')
  const say = useFigures()
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <dl className="grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-line [gap:1px] md:grid-cols-3 lg:grid-cols-6 print:grid-cols-6">
        {GROUP_MEASURES.filter(({ key }) => STRIP.includes(key)).map((measure) => (
          <div key={measure.key} className="bg-panel px-3.5 py-3">
            <dt className="text-sm text-ink-3">{say.t(`measure.${measure.key}`)}</dt>
            <dd className="text-2xl leading-8 font-[620] tracking-tight">{writeMeasure(say, measure, overview.whole)}</dd>
          </div>
        ))}
      </dl>
      <Section id="days" title={t('days')} words={t('days.words')}>
        <Days days={overview.days} />
      </Section>
      <Section id="sections" title={t('sections')}>
        <SectionTable sections={overview.sections} />
      </Section>
      {workload && (
        <Section id="workload" title={t('people')} words={t('people.words')}>
          <WorkloadTable workload={workload} />
        </Section>
      )}
    </div>
  )
}

function Days({ days }: { days: NewsroomOverview['days'] }) {
  const t = useWords('newsroom')
  const say = useFigures()
  const series: readonly ChartSeries[] = [
    { key: 'kept', label: t('days.kept'), tone: 'neutral' },
    { key: 'off_topic', label: say.t('measure.off_topic'), tone: 'amber' },
    { key: 'uncivil', label: say.t('measure.uncivil'), tone: 'rose' },
    { key: 'rejected', label: say.t('measure.rejected'), tone: 'grey' },
  ]
  const format = useInstantFormat()
  const nameOf = (day: string) => format(`${day}T00:00:00Z`, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  const every = Math.max(1, Math.ceil(days.length / 7))
  const bars = days.map(({ day, figures }, index) => ({
    name: nameOf(day),
    total: say.t('comments', { count: figures.comments }),
    values: divide(figures),
    ...(index % every === 0
      ? {
          tick: {
            text: format(`${day}T00:00:00Z`, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
            isMinor: (index / every) % 2 === 1,
          },
        }
      : {}),
  }))
  const total = days.reduce((sum, { figures }) => sum + figures.comments, 0)
  return (
    <>
      <StackedBars
        series={series}
        bars={bars}
        atRest={t('days.all', { count: total })}
        label={t('days.label', { total, days: days.length })}
        readLabel={t('days.read')}
      />
      <div className="mt-2">
        <Legend series={series} />
      </div>
      <ChartTable
        caption={t('days.caption')}
        head={[t('day'), ...GROUP_MEASURES.map((measure) => say.t(`measure.${measure.key}`))]}
        rows={days.map(({ day, figures }) => [nameOf(day), ...GROUP_MEASURES.map((measure) => writeMeasure(say, measure, figures))])}
      />
    </>
  )
}

/** The parts of a day's bar; what is marked both ways is taken from off-topic, so that the whole stays right. */
function divide({ comments, rejected, offTopicShare, uncivilShare }: NewsroomOverview['whole']): number[] {
  const left = comments - rejected
  const uncivil = Math.min(left, Math.round((uncivilShare ?? 0) * comments))
  const offTopic = Math.min(left - uncivil, Math.round((offTopicShare ?? 0) * comments))
  return [left - uncivil - offTopic, offTopic, uncivil, rejected]
}
