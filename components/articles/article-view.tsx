import type { ReactNode } from 'react'
import type { ArticlePage } from '@/lib/contracts/article-page'
import type { ArticleThreadPage } from '@/lib/contracts/article-thread'
import type { Derailment } from '@/lib/contracts/derailment'
import type { VolumeStep } from '@/lib/domain/volume'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { nameLogged } from './act-words'
import { ArticleActs } from './article-acts'
import { ArticleHeader } from './article-header'
import { ArticleThread } from './article-thread'
import { DecisionsMade } from './decisions-made'
import { DominanceView } from './dominance-view'
import { ExportMenu } from './export-menu'
import { listArticleExports } from './export-links'
import { FeatureList } from './feature-list'
import { FigureStrip } from './figure-strip'
import { countOf } from './figure-words'
import type { ArticleVoice } from './figures'
import { ScoreDistribution } from './score-distribution'
import { Section } from './section'
import { TurnNote } from './turn-note'
import { VolumeChart, type TalkEvent } from './volume-chart'
import { WaitingTimes } from './waiting-times'

interface ArticleViewProps extends ArticleVoice {
  page: ArticlePage
  thread: ArticleThreadPage
  derailment: Derailment | null
  /** Whether the reader may not decide. */
  isReaderOnly: boolean
  /** The drift map and the words that stand out, which may come later than the rest. */
  drift: ReactNode
  words: ReactNode
}

const STEP_WORDS: Record<VolumeStep, string> = {
  hour: 'Comments an hour.',
  day: 'Comments a day, in UTC.',
  week: 'Comments a week.',
  month: 'Comments a month.',
  year: 'Comments a year.',
}

/** The editor's view of one discussion: figures first, then when, where and how it went, then the talk itself. */
export function ArticleView({ t, figures: say, page, thread, derailment, isReaderOnly, drift, words }: ArticleViewProps) {
  const { article, figures } = page
  return (
    <>
      <ArticleHeader t={t} figures={say} page={page} isReaderOnly={isReaderOnly}>
        <ArticleActs article={article} />
        <ExportMenu files={listArticleExports(t, article.id)} />
      </ArticleHeader>
      <FigureStrip t={t} figures={say} page={page} />
      {thread.total === 0 ? (
        <EmptyState kind="nothing-yet" title={t('empty')}>
          {t('empty.rest')}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_300px] print:grid-cols-[minmax(0,1fr)_14rem] print:gap-x-5 print:gap-y-3">
          <div className="flex min-w-0 flex-col gap-8 print:gap-3">
            {figures.comments > 0 && <Charts page={page} derailment={derailment} drift={drift} />}
            <Section id="thread" title={t('thread')} words={t('thread.words', { count: thread.total })} isScreenOnly>
              <ArticleThread articleId={article.id} first={thread} />
            </Section>
          </div>
          {figures.comments > 0 && <Aside t={t} page={page} derailment={derailment} words={words} />}
        </div>
      )}
    </>
  )
}

/** Only with comments that count: of deleted ones nothing is told but that they were there. */
function Charts({ page, derailment, drift }: { page: ArticlePage; derailment: Derailment | null; drift: ReactNode }) {
  const { figures, distributions, waits } = page
  const areTimesUnknown = figures.unknownTimes === figures.comments
  return (
    <>
      <Section id="volume" title="The talk over time" words={describeTimes(page)}>
        {areTimesUnknown && (
          <Callout className="mb-2">
            Times are unknown; shown by arrival. The chart shows when comments came in, not when they were written.
          </Callout>
        )}
        <VolumeChart volume={page.volume} events={listEvents(page, derailment)} />
      </Section>
      <Section id="drift" title="Drift map">
        {drift}
      </Section>
      <Section
        id="distributions"
        title="How civil, how close to the article"
        words="Comments by what machines measured; people’s marks are in the figures above."
      >
        <div className="grid grid-cols-1 gap-6 sm:grid-cols-2 print:grid-cols-2">
          <ScoreDistribution name="Civility" {...distributions.incivility} ends={['civil', 'uncivil']} tone="rose" />
          <ScoreDistribution name="Topic" {...distributions.offTopic} ends={['on topic', 'off-topic']} tone="amber" />
        </div>
      </Section>
      <Section id="waits" title="How long readers wait" words="From arrival to the first decision of a person.">
        <WaitingTimes waits={waits} />
      </Section>
    </>
  )
}

function Aside({
  t,
  page,
  derailment,
  words,
}: {
  t: ArticleVoice['t']
  page: ArticlePage
  derailment: Derailment | null
  words: ReactNode
}) {
  return (
    <aside
      className="grid min-w-0 grid-cols-1 content-start gap-8 md:max-lg:grid-cols-2 print:grid-cols-1 print:gap-3"
      aria-label="Where it turned, voices and outcomes"
    >
      <TurnNote derailment={derailment} articleId={page.article.id} />
      <Section id="voices" title="Who carries it">
        <DominanceView voices={page.voices} />
      </Section>
      <Section id="featuring" title={t('featuring')} words={t('featuring.words')}>
        <FeatureList
          articleId={page.article.id}
          candidates={page.candidates}
          featured={page.featured}
          isAllowed={page.article.allowed.length > 0}
        />
      </Section>
      <Section id="words" title="Words that stand out" isScreenOnly>
        {words}
      </Section>
      <Section id="outcomes" title="What was decided and why" words={describeOutcomes(page)}>
        <DecisionsMade page={page} />
      </Section>
    </aside>
  )
}

/** What the time axis marks: publication, where it turned, and acts on the discussion. */
function listEvents({ article, acts }: ArticlePage, derailment: Derailment | null): TalkEvent[] {
  return [
    ...(article.publishedAt === null ? [] : [{ key: 'published', at: article.publishedAt, text: 'Published', kind: 'event' as const }]),
    ...(derailment === null ? [] : [{ key: 'turned', at: derailment.at, text: 'Turned here', kind: 'break' as const }]),
    ...acts
      .filter((act) => !act.isUndone)
      .slice(0, 8)
      .map((act) => ({ key: act.id, at: act.at, text: `${act.by} ${nameLogged(act.kind)}`, kind: 'event' as const })),
  ]
}

/** Each comment counts once in the chart, which the marks' own figures do not promise. */
function describeTimes({ figures, volume }: ArticlePage): string {
  const some =
    figures.unknownTimes > 0 && figures.unknownTimes < figures.comments
      ? ` ${countOf(figures.unknownTimes, 'comment')} came without a time and ${figures.unknownTimes === 1 ? 'stands where it' : 'stand where they'} arrived.`
      : ''
  return `${STEP_WORDS[volume.step]} Each counts once: rejected before uncivil, off-topic and waiting.${some}`
}

function describeOutcomes({ figures }: ArticlePage): string {
  return `${figures.reports > 0 ? countOf(figures.reports, 'report') : 'No reports'}${figures.edited > 0 ? `, ${figures.edited} edited` : ''}. Suggestions of machines are not counted.`
}
