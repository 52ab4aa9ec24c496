import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ArticlePage } from '@/lib/contracts/article-page'
import { measureDominance } from '@/lib/domain/dominance'
import { compareCount, compareShare, compareWait, type Comparison } from './compare-words'
import { countOf, formatAge, formatCount, formatShare, formatWait, UNKNOWN_WORDS } from './figure-words'
import { UnknownFigure } from './unknown-figure'

/** The figures that matter first, each against what the section usually has. */
export function FigureStrip({ page }: { page: ArticlePage }) {
  const { figures, usual, waits, article, now } = page
  const hasShares = figures.judged > 0
  const whyNoShare = figures.comments === 0 ? UNKNOWN_WORDS.noComments : UNKNOWN_WORDS.notJudged
  const onTopic = hasShares && figures.offTopicShare !== null ? 1 - figures.offTopicShare : null
  const uncivil = hasShares ? figures.uncivilShare : null
  return (
    <dl className="mb-6 grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-line [gap:1px] md:grid-cols-3 lg:grid-cols-6 print:grid-cols-6">
      <Figure
        name="Comments"
        value={formatCount(figures.comments)}
        against={usual && compareCount(figures.comments, usual.comments)}
        below={describeComments(page)}
      />
      <Figure
        name="Voices"
        value={figures.voices === 0 ? null : formatCount(figures.voices)}
        why={figures.comments === 0 ? UNKNOWN_WORDS.noComments : UNKNOWN_WORDS.noAuthors}
        below={describeVoices(page)}
      />
      <Figure
        name="On topic"
        value={onTopic === null ? null : formatShare(onTopic)}
        why={whyNoShare}
        against={usual && onTopic !== null ? compareShare(onTopic, 1 - usual.offTopicShare, 'more') : null}
        below={describeMark(figures.offTopic, 'off-topic', figures.suggestedOffTopic)}
      />
      <Figure
        name="Uncivil"
        value={uncivil === null ? null : formatShare(uncivil)}
        why={whyNoShare}
        against={usual && uncivil !== null ? compareShare(uncivil, usual.uncivilShare, 'less') : null}
        below={describeMark(figures.uncivil, 'marked', figures.suggestedUncivil)}
      />
      <Figure
        name="Waiting"
        value={formatCount(figures.waiting)}
        href={figures.waiting > 0 ? `/queue?article=${article.id}&queue=review` : undefined}
        below={figures.oldestWaitingAt === null ? 'nothing needs a person' : `oldest ${formatAge(figures.oldestWaitingAt, now)}`}
      />
      <Figure
        name="Median wait"
        value={waits.medianSeconds === null ? null : formatWait(waits.medianSeconds)}
        why={figures.comments === 0 ? UNKNOWN_WORDS.noComments : UNKNOWN_WORDS.notDecided}
        against={
          usual && usual.medianWaitSeconds !== null && waits.medianSeconds !== null
            ? compareWait(waits.medianSeconds, usual.medianWaitSeconds)
            : null
        }
        below={
          waits.p90Seconds === null || waits.decided < 10
            ? `${countOf(waits.decided, 'decision')} so far`
            : `9 of 10 within ${formatWait(waits.p90Seconds)}`
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
}

function Figure({ name, value, why = '', against = null, below, href }: FigureProps) {
  return (
    <div className="flex flex-col bg-panel px-3.5 py-3 print:px-2 print:py-1.5">
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd className="text-2xl leading-8 font-[620] tracking-tight print:text-xl">
        {value === null ? <UnknownFigure why={why} /> : href === undefined ? value : <FigureLink href={href}>{value}</FigureLink>}
      </dd>
      {value !== null && against !== null && (
        <dd className={`text-sm ${against.mood === 'good' ? 'text-green' : against.mood === 'bad' ? 'text-rose' : 'text-ink-2'}`}>
          {against.words}
        </dd>
      )}
      <dd className="text-sm text-ink-3">{value === null ? why : below}</dd>
    </div>
  )
}

function FigureLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      title="Open them in the queue"
      className="inline-block min-w-6 text-accent no-underline underline-offset-4 hover:underline"
    >
      {children}
    </Link>
  )
}

function describeComments({ figures }: ArticlePage): string {
  const parts = [
    figures.removed > 0 && `${formatCount(figures.removed)} ${figures.comments > 0 ? 'more ' : ''}deleted at source`,
    figures.edited > 0 && `${formatCount(figures.edited)} edited`,
  ].filter((part) => part !== false)
  if (figures.comments === 0) return parts.join(', ') || UNKNOWN_WORDS.noComments
  return [...parts, `${figures.statuses.rejected === 0 ? 'none' : formatCount(figures.statuses.rejected)} rejected`].join(', ')
}

function describeVoices({ figures, voices }: ArticlePage): string {
  const unknown = figures.unknownAuthors > 0 ? `${formatCount(figures.unknownAuthors)} without a name` : null
  const dominance = measureDominance(voices.sizes)
  const top = dominance === null || dominance.voices <= 10 ? null : `top 10 wrote ${formatShare(dominance.topShare)}`
  return [top, unknown].filter((part) => part !== null).join(', ') || 'every one named'
}

/** Facts, then what machines propose: never added up. */
function describeMark(marked: number, words: string, suggested: number): string {
  return `${formatCount(marked)} ${words}${suggested > 0 ? `, ${formatCount(suggested)} suggested` : ''}`
}
