import type { ReactNode } from 'react'
import type { ArticleStats, ArticleThreadPage } from '@/lib/contracts/article-stats'
import type { VolumeStep } from '@/lib/domain/volume'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { ArticleHeader } from './article-header'
import { ArticleThread } from './article-thread'
import { FigureStrip } from './figure-strip'
import { countOf, formatCount } from './figure-words'
import { OutcomeShares } from './outcome-shares'
import { TopCommenters } from './top-commenters'
import { VolumeChart } from './volume-chart'

interface ArticleViewProps {
  stats: ArticleStats
  thread: ArticleThreadPage
  /** Whether the reader may not decide. */
  isReaderOnly: boolean
}

const STEP_WORDS: Record<VolumeStep, string> = {
  hour: 'Comments an hour.',
  day: 'Comments a day, in UTC.',
  week: 'Comments a week.',
  month: 'Comments a month.',
  year: 'Comments a year.',
}

/** The editor's view of one discussion. */
export function ArticleView({ stats, thread, isReaderOnly }: ArticleViewProps) {
  const { article, figures } = stats
  return (
    <>
      <ArticleHeader article={article} isReaderOnly={isReaderOnly} />
      <FigureStrip stats={stats} />
      {thread.total === 0 ? (
        <EmptyState kind="nothing-yet" title="No comment has arrived yet">
          Charts, voices and the thread appear here with the first one.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_300px] lg:grid-rows-[auto_1fr]">
          {figures.comments > 0 && <Charts stats={stats} />}
          <Section
            id="thread"
            title="The thread"
            words={`${countOf(thread.total, 'comment')} in reading order: each reply below what it answers.`}
          >
            <ArticleThread articleId={article.id} first={thread} />
          </Section>
        </div>
      )}
    </>
  )
}

/** Only with comments that count: of deleted ones nothing is told but that they were there. */
function Charts({ stats }: { stats: ArticleStats }) {
  return (
    <>
      <Section id="volume" title="The talk over time" words={describeTimes(stats)}>
        {stats.hasUnknownTimes && (
          <Callout className="mb-2">
            Times are unknown; shown by arrival. The chart shows when comments came in, not when they were written.
          </Callout>
        )}
        <VolumeChart volume={stats.volume} />
      </Section>
      <aside className="grid min-w-0 grid-cols-1 content-start gap-8 md:max-lg:grid-cols-2 lg:row-span-2" aria-label="Voices and outcomes">
        <Section id="voices" title="Who carries it" words={describeVoices(stats)}>
          <TopCommenters commenters={stats.topCommenters} />
        </Section>
        <Section id="outcomes" title="What became of it" words={describeOutcomes(stats)}>
          <OutcomeShares figures={stats.figures} isJudged={stats.article.judged > 0} />
        </Section>
      </aside>
    </>
  )
}

function Section({ id, title, words, children }: { id: string; title: string; words: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="text-base font-[620]">
        {title}
      </h2>
      <p className="mb-2 text-sm text-ink-2">{words}</p>
      {children}
    </section>
  )
}

/** Each comment counts once in the chart, which the marks' own figures do not promise. */
function describeTimes({ figures, volume, hasUnknownTimes }: ArticleStats): string {
  const some =
    figures.unknownTimes > 0 && !hasUnknownTimes
      ? ` ${countOf(figures.unknownTimes, 'comment')} came without a time and ${figures.unknownTimes === 1 ? 'stands' : 'stand'} where ${figures.unknownTimes === 1 ? 'it' : 'they'} arrived.`
      : ''
  return `${STEP_WORDS[volume.step]} Each counts once: rejected before uncivil, off-topic and waiting.${some}`
}

function describeVoices({ figures, topCommenters }: ArticleStats): string {
  if (topCommenters.length === 0) return 'Share of comments by author.'
  const unknown = figures.unknownAuthors > 0 ? ` ${countOf(figures.unknownAuthors, 'comment')} without a name.` : ''
  const most = figures.voices > topCommenters.length ? `The ten most active of ${formatCount(figures.voices)}` : 'Everybody who wrote'
  return `${most}, with their share of all comments.${unknown}`
}

function describeOutcomes({ figures }: ArticleStats): string {
  const parts = [
    `${figures.decided === 0 ? 'No comment' : countOf(figures.decided, 'comment')} decided by a person`,
    figures.reports > 0 ? countOf(figures.reports, 'report') : 'no reports',
    ...(figures.edited > 0 ? [`${formatCount(figures.edited)} edited`] : []),
  ]
  return `${parts.join(', ')}. Suggestions of machines are not counted.`
}
