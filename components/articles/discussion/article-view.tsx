import type { ReactNode } from 'react'
import type { ArticlePage } from '@/lib/contracts/article-page'
import type { ArticleThreadPage } from '@/lib/contracts/article-thread'
import type { Derailment } from '@/lib/contracts/derailment'
import { describePast } from '../../moderation/decision/decision-words'
import { Callout } from '../../ui/callout'
import { EmptyState } from '../../ui/empty-state'
import { ArticleActs } from './article-acts'
import { ArticleHeader } from './article-header'
import { ArticleThread } from './article-thread'
import { DecisionsMade } from './decisions-made'
import { DominanceView } from './dominance-view'
import { ExportMenu } from '../export-menu'
import { listArticleExports } from './export-links'
import { FeatureList } from './feature-list'
import { FigureStrip } from './figure-strip'
import type { ArticleVoice, DiscussionVoice } from '../figures'
import { ScoreDistribution } from './score-distribution'
import type { NamesOfDecisions } from './names-of-decisions'
import { Section } from '../section'
import { SectionJumps } from './section-jumps'
import { TurnNote } from './turn-note'
import { VolumeChart, type TalkEvent } from './volume-chart'
import { WaitingTimes } from './waiting-times'

interface ArticleViewProps extends ArticleVoice {
  /** The words of the charts, and of what was decided. */
  discussion: DiscussionVoice['t']
  names: NamesOfDecisions
  page: ArticlePage
  thread: ArticleThreadPage
  derailment: Derailment | null
  /** Whether the reader may not decide. */
  isReaderOnly: boolean
  /** The drift map and the words that stand out, which may come later than the rest. */
  drift: ReactNode
  words: ReactNode
}

/** The editor's view of one discussion: figures first, then when, where and how it went, then the talk itself. */
export function ArticleView(props: ArticleViewProps) {
  const { t, figures: say, discussion, names, page, thread, derailment, isReaderOnly, drift, words } = props
  const { article, figures } = page
  const talk: Talk = { voice: { t: discussion, figures: say }, names, page, derailment }
  return (
    <>
      <ArticleHeader t={t} figures={say} page={page} isReaderOnly={isReaderOnly}>
        <ArticleActs article={article} />
        <ExportMenu files={listArticleExports(t, article.id)} />
      </ArticleHeader>
      {thread.total > 0 && <SectionJumps label={t('jumps')} sections={listSections(t, discussion, figures.comments > 0)} />}
      <FigureStrip t={t} figures={say} page={page} />
      {thread.total === 0 ? (
        <EmptyState kind="nothing-yet" title={t('empty')}>
          {t('empty.rest')}
        </EmptyState>
      ) : (
        // The thread is long and comes last, below the charts where there is room for two columns.
        <div className="grid grid-cols-1 content-start gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_300px] lg:grid-rows-[auto_1fr] print:grid-cols-[minmax(0,1fr)_17rem] print:gap-x-6">
          {figures.comments > 0 && (
            <>
              <div className="flex min-w-0 flex-col gap-8 print:gap-4">
                <Charts {...talk} drift={drift} />
              </div>
              <Aside {...talk} t={t} words={words} />
            </>
          )}
          <Section id="thread" title={t('thread')} words={t('thread.words', { count: thread.total })} isScreenOnly>
            <ArticleThread articleId={article.id} first={thread} />
          </Section>
        </div>
      )}
    </>
  )
}

/** The parts in the order of a narrow page, in one or two words each. Without comments that count there is the thread alone. */
function listSections(t: ArticleVoice['t'], discussion: DiscussionVoice['t'], isCounted: boolean): { id: string; name: string }[] {
  const ofFigures = (['volume', 'drift', 'distributions', 'waits', 'voices', 'featuring', 'words', 'outcomes'] as const).map((id) => ({
    id,
    name: id === 'featuring' ? t('featuring.jump') : discussion(`jump.${id}`),
  }))
  return [...(isCounted ? ofFigures : []), { id: 'thread', name: t('thread.jump') }]
}

/** What the parts below the figures are drawn from. */
interface Talk {
  voice: DiscussionVoice
  names: NamesOfDecisions
  page: ArticlePage
  derailment: Derailment | null
}

/** Only with comments that count: of deleted ones nothing is told but that they were there. */
function Charts({ voice, names, page, derailment, drift }: Talk & { drift: ReactNode }) {
  const { t } = voice
  const { figures, distributions, waits } = page
  return (
    <>
      <Section id="volume" title={t('volume')} words={describeTimes(t, page)}>
        {figures.unknownTimes === figures.comments && <Callout className="mb-2">{t('volume.arrival')}</Callout>}
        <VolumeChart volume={page.volume} events={listEvents(t, names, page, derailment)} name={t('volume')} />
      </Section>
      <Section id="drift" title={t('drift')} hasOwnWords>
        {drift}
      </Section>
      <div className="flex flex-col gap-8 print:grid print:grid-cols-[2fr_1fr] print:gap-6">
        <Section id="distributions" title={t('scores')} words={t('scores.words')}>
          <div className="grid grid-cols-1 gap-6 sm:grid-cols-2 print:grid-cols-2">
            <ScoreDistribution {...voice} of="incivility" {...distributions.incivility} tone="rose" />
            <ScoreDistribution {...voice} of="offTopic" {...distributions.offTopic} tone="amber" />
          </div>
        </Section>
        <Section id="waits" title={t('waits')} words={t('waits.words')}>
          <WaitingTimes {...voice} waits={waits} />
        </Section>
      </div>
    </>
  )
}

function Aside({ t, voice, names, page, derailment, words }: Talk & { t: ArticleVoice['t']; words: ReactNode }) {
  const talk = voice.t
  return (
    <aside
      className="grid min-w-0 grid-cols-1 content-start gap-8 md:max-lg:grid-cols-2 lg:row-span-2 print:grid-cols-1 print:gap-3"
      aria-label={talk('aside')}
    >
      <TurnNote
        {...voice}
        derailment={derailment}
        totals={page.figures}
        articleId={page.article.id}
        unknownAuthor={names.glossary('unknownAuthor')}
      />
      <Section id="voices" title={talk('voices')} hasOwnWords>
        <DominanceView {...voice} voices={page.voices} />
      </Section>
      <Section id="featuring" title={t('featuring')} words={t('featuring.words')}>
        <FeatureList
          articleId={page.article.id}
          candidates={page.candidates}
          featured={page.featured}
          isAllowed={page.article.allowed.length > 0}
        />
      </Section>
      <Section id="words" title={talk('words')} isScreenOnly>
        {words}
      </Section>
      <Section id="outcomes" title={talk('outcomes')} words={describeOutcomes(talk, page)}>
        <DecisionsMade {...voice} names={names} page={page} />
      </Section>
    </aside>
  )
}

/** What the time axis marks: publication, where it turned, and acts on the discussion. */
function listEvents(
  t: DiscussionVoice['t'],
  { glossary }: NamesOfDecisions,
  { article, acts }: ArticlePage,
  derailment: Derailment | null,
): TalkEvent[] {
  return [
    ...(article.publishedAt === null
      ? []
      : [{ key: 'published', at: article.publishedAt, text: t('volume.published'), kind: 'event' as const }]),
    ...(derailment === null ? [] : [{ key: 'turned', at: derailment.at, text: t('volume.turned'), kind: 'break' as const }]),
    ...acts
      .filter((act) => !act.isUndone)
      .slice(0, 8)
      .map((act) => ({
        key: act.id,
        at: act.at,
        text: t('volume.act', { who: act.by, act: describePast(glossary, { kind: act.kind }) }),
        kind: 'event' as const,
      })),
  ]
}

/** Each comment counts once in the chart, which the marks' own figures do not promise. */
function describeTimes(t: DiscussionVoice['t'], { figures, volume }: ArticlePage): string {
  const isSome = figures.unknownTimes > 0 && figures.unknownTimes < figures.comments
  return [t(`volume.${volume.step}`), t('volume.once'), ...(isSome ? [t('volume.untimed', { count: figures.unknownTimes })] : [])].join(' ')
}

function describeOutcomes(t: DiscussionVoice['t'], { figures }: ArticlePage): string {
  return [
    figures.reports > 0 ? t('outcomes.reports', { count: figures.reports }) : t('outcomes.noReports'),
    ...(figures.edited > 0 ? [t('outcomes.edited', { count: figures.edited })] : []),
    t('outcomes.words'),
  ].join(' ')
}
