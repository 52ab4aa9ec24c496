import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ArticlePage } from '@/lib/contracts/article-page'
import { measureDominance } from '@/lib/domain/dominance'
import { compareCount, compareShare, compareWait, type Comparison } from './compare-words'
import type { ArticleVoice } from '../figures'
import { UnknownFigure } from '../unknown-figure'

/** The figures that matter first, each against what the section usually has. */
export function FigureStrip({ t, figures: say, page }: ArticleVoice & { page: ArticlePage }) {
  const voice: ArticleVoice = { t, figures: say }
  const name = say.t
  const { figures, usual, waits, article, now } = page
  const hasShares = figures.judged > 0
  const whyNoShare = (suggested: number) => {
    if (figures.comments === 0) return name('why.noComments')
    return suggested === 0 ? name('why.notJudged') : t('strip.onlySuggested', { number: suggested })
  }
  const onTopic = hasShares && figures.offTopicShare !== null ? 1 - figures.offTopicShare : null
  const uncivil = hasShares ? figures.uncivilShare : null
  const compareKnown = (own: number | null, others: number | null, better: 'more' | 'less') =>
    own === null || others === null ? null : compareShare(voice, own, others, better)
  return (
    <dl className="mb-6 grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-line [gap:1px] md:grid-cols-3 lg:grid-cols-6 print:grid-cols-6 print:[gap:1.5px]">
      <Figure
        name={name('measure.comments')}
        value={say.count(figures.comments)}
        against={usual && compareCount(voice, figures.comments, usual.comments)}
        below={describeComments(voice, page)}
      />
      <Figure
        name={name('measure.voices')}
        value={figures.voices === 0 ? null : say.count(figures.voices)}
        why={figures.comments === 0 ? name('why.noComments') : name('why.noAuthors')}
        against={usual && compareCount(voice, figures.voices, usual.voices)}
        below={describeVoices(voice, page)}
      />
      <Figure
        name={t('strip.onTopic')}
        value={onTopic === null ? null : say.share(onTopic)}
        why={whyNoShare(figures.suggestedOffTopic)}
        against={compareKnown(onTopic, usual && (usual.offTopicShare === null ? null : 1 - usual.offTopicShare), 'more')}
        below={describeMark(voice, 'strip.offTopic', figures.offTopic, figures.suggestedOffTopic)}
      />
      <Figure
        name={name('measure.uncivil')}
        value={uncivil === null ? null : say.share(uncivil)}
        why={whyNoShare(figures.suggestedUncivil)}
        against={compareKnown(uncivil, usual && usual.uncivilShare, 'less')}
        below={describeMark(voice, 'strip.uncivil', figures.uncivil, figures.suggestedUncivil)}
      />
      <Figure
        name={name('measure.waiting')}
        value={say.count(figures.waiting)}
        link={name('queue.open')}
        against={usual && compareCount(voice, figures.waiting, usual.waiting)}
        href={figures.waiting > 0 ? `/queue?article=${article.id}&queue=review` : undefined}
        below={figures.oldestWaitingAt === null ? t('strip.idle') : t('strip.oldest', { age: say.age(figures.oldestWaitingAt, now) })}
      />
      <Figure
        name={name('measure.median_wait')}
        value={waits.medianSeconds === null ? null : say.wait(waits.medianSeconds)}
        why={figures.comments === 0 ? name('why.noComments') : name('why.notDecided')}
        against={
          usual && usual.medianWaitSeconds !== null && waits.medianSeconds !== null
            ? compareWait(voice, waits.medianSeconds, usual.medianWaitSeconds)
            : null
        }
        below={
          waits.p90Seconds === null || waits.decided < 10
            ? t('strip.decided', { count: waits.decided })
            : t('strip.within', { wait: say.wait(waits.p90Seconds) })
        }
      />
    </dl>
  )
}

interface FigureProps {
  name: string
  /** Null where nothing is known; then `why` says so below the dash. */
  value: string | null
  why?: string
  against?: Comparison | null
  below: ReactNode
  href?: string | undefined
  /** What the link does. */
  link?: string
}

function Figure({ name, value, why = '', against = null, below, href, link = '' }: FigureProps) {
  return (
    <div className="flex flex-col bg-panel px-3.5 py-3 print:px-2 print:py-1.5">
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd className="text-2xl leading-8 font-[620] tracking-tight print:text-xl">
        {value === null ? (
          <UnknownFigure why={why} />
        ) : href === undefined ? (
          value
        ) : (
          <FigureLink href={href} title={link}>
            {value}
          </FigureLink>
        )}
      </dd>
      {value !== null && against !== null && (
        <dd className={`text-sm ${against.mood === 'good' ? 'text-green' : against.mood === 'bad' ? 'text-rose' : 'text-ink-2'}`}>
          {against.words}
        </dd>
      )}
      <dd className="text-sm text-balance text-ink-3">{value === null ? why : below}</dd>
    </div>
  )
}

function FigureLink({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <Link href={href} title={title} className="inline-block min-w-6 text-accent no-underline underline-offset-4 hover:underline">
      {children}
    </Link>
  )
}

function describeComments({ t, figures: say }: ArticleVoice, { figures }: ArticlePage): string {
  const { comments, removed, edited, statuses } = figures
  const parts = [
    removed > 0 && t(comments > 0 ? 'strip.moreRemoved' : 'strip.removed', { number: removed }),
    edited > 0 && t('strip.edited', { number: edited }),
  ].filter((part) => part !== false)
  if (comments === 0) return joinParts(t, parts) || say.t('why.noComments')
  return joinParts(t, [...parts, statuses.rejected === 0 ? t('strip.noneRejected') : t('strip.rejected', { number: statuses.rejected })])
}

function describeVoices({ t, figures: say }: ArticleVoice, { figures, voices }: ArticlePage): string {
  const unknown = figures.unknownAuthors > 0 ? t('strip.unnamed', { number: figures.unknownAuthors }) : null
  const dominance = measureDominance(voices.sizes)
  const top = dominance === null || dominance.voices <= 10 ? null : t('strip.top', { share: say.share(dominance.topShare) })
  return (
    joinParts(
      t,
      [top, unknown].filter((part) => part !== null),
    ) || t('strip.named')
  )
}

/** Facts, then what machines propose: never added up. */
function describeMark({ t }: ArticleVoice, key: 'strip.offTopic' | 'strip.uncivil', marked: number, suggested: number): string {
  return joinParts(t, [t(key, { number: marked }), ...(suggested > 0 ? [t('strip.suggested', { number: suggested })] : [])])
}

/** One after the other with the comma of the language. */
function joinParts(t: ArticleVoice['t'], parts: readonly string[]): string {
  return parts.join(t.language === 'ar' ? '، ' : ', ')
}
