'use client'

import type { NewsroomOverview, Workload } from '@/lib/contracts/compare'
import { useFigures } from '../articles/use-figures'
import { Beginnings } from '../moderation/beginnings'
import { EmptyState } from '../ui/empty-state'
import { useWords } from '../words/words-context'
import { Section } from '../articles/section'
import { VolumeChart } from '../articles/discussion/volume-chart'
import { GROUP_MEASURES, writeMeasure } from './group-figures'
import { AppealSums } from './appeal-sums'
import { BusiestTable } from './busiest-table'
import { SectionTable } from './section-table'
import { WorkloadTable } from './workload-table'

interface OverviewViewProps {
  overview: NewsroomOverview
  /** Null for those who do not lead. */
  workload: Workload | null
  /** Whether no comment has arrived on the site yet. */
  isNew: boolean
  /** Whether the reader may see to it that comments arrive. */
  canConnect: boolean
}

const STRIP = ['comments', 'off_topic', 'uncivil', 'civility', 'waiting', 'median_wait']

/** The whole newsroom by section and by day; for leads, by moderator as well. */
export function OverviewView({ overview, workload, isNew, canConnect }: OverviewViewProps) {
  const t = useWords('newsroom')
  if (isNew) {
    return (
      <EmptyState kind="nothing-yet" title={t('empty.new')} next={canConnect && <Beginnings />}>
        {t('empty.newRest')}
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      {overview.whole.comments === 0 ? (
        <EmptyState kind="filtered" title={t('empty.days')}>
          {t('empty.daysRest')}
        </EmptyState>
      ) : (
        <Discussions overview={overview} />
      )}
      {overview.appeals.received > 0 && (
        <Section id="appeals" title={t('appeals')} words={t('appeals.words')}>
          <AppealSums appeals={overview.appeals} />
        </Section>
      )}
      {workload && (
        <Section id="workload" title={t('people')} words={t('people.words')}>
          <WorkloadTable workload={workload} />
        </Section>
      )}
    </div>
  )
}

/** How much was said in these days, and how. */
function Discussions({ overview }: Pick<OverviewViewProps, 'overview'>) {
  const t = useWords('newsroom')
  return (
    <>
      <Strip overview={overview} />
      <Section id="days" title={t('days')} words={t('days.words')}>
        <Days days={overview.days} />
      </Section>
      <Section id="busiest" title={t('busiest')} words={t('busiest.words')}>
        <BusiestTable articles={overview.busiest} />
      </Section>
      <Section id="sections" title={t('sections')}>
        <SectionTable sections={overview.sections} />
      </Section>
    </>
  )
}

/** The figures that matter first, each above what it was in the days before, where there was anything. */
function Strip({ overview: { whole, judged, before, days } }: Pick<OverviewViewProps, 'overview'>) {
  const t = useWords('newsroom')
  const say = useFigures()
  return (
    <div>
      <dl className="grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-line [gap:1px] md:grid-cols-3 lg:grid-cols-6 print:grid-cols-6 print:[gap:1.5px]">
        {GROUP_MEASURES.filter(({ key }) => STRIP.includes(key)).map((measure) => (
          <div key={measure.key} className="bg-panel px-3.5 py-3">
            <dt className="text-sm text-ink-3">{say.t(`measure.${measure.key}`)}</dt>
            <dd className="text-2xl leading-8 font-[620] tracking-tight">{writeMeasure(say, measure, whole)}</dd>
            {before.comments > 0 && <dd className="text-sm text-ink-3">{t('before', { value: writeMeasure(say, measure, before) })}</dd>}
          </div>
        ))}
      </dl>
      {whole.comments > 0 && (
        <p className="mt-2 text-sm text-ink-3">
          {t('judged', { judged: say.count(judged) })} {t('waits', { share: say.share(0.05) })}{' '}
          {before.comments > 0 && t('before.days', { count: days.length })}
        </p>
      )}
    </div>
  )
}

/** How much was said each day and what became of it; all figures of the days are in the table. */
function Days({ days }: { days: NewsroomOverview['days'] }) {
  const t = useWords('newsroom')
  const say = useFigures()
  // The chart's own columns tell these.
  const measures = GROUP_MEASURES.filter(({ key }) => key !== 'comments' && key !== 'waiting')
  return (
    <VolumeChart
      volume={{ step: 'day', buckets: days.map(({ outcomes }) => outcomes) }}
      name={t('days')}
      beside={{
        head: measures.map(({ key, look }) => {
          const measure = say.t(`measure.${key}`)
          return look === 'share' ? t('days.share', { measure }) : measure
        }),
        rows: days.map(({ figures }) => measures.map((measure) => writeMeasure(say, measure, figures))),
      }}
    />
  )
}
