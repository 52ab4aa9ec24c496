import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ArticleStats } from '@/lib/contracts/article-stats'
import { countOf, formatAge, formatCount, formatShare, formatWait, UNKNOWN_WORDS } from './figure-words'
import { UnknownFigure } from './unknown-figure'

/** The figures that matter first, each with what it is made of. */
export function FigureStrip({ stats }: { stats: ArticleStats }) {
  const { figures, article, now } = stats
  const hasShares = article.judged > 0
  const whyNoShare = figures.comments === 0 ? UNKNOWN_WORDS.noComments : UNKNOWN_WORDS.notJudged
  return (
    <dl className="mb-6 grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-line [gap:1px] md:grid-cols-3 lg:grid-cols-6">
      <Figure name="Comments" value={formatCount(figures.comments)} below={describeComments(stats)} />
      <Figure
        name="Voices"
        value={figures.voices === 0 ? null : formatCount(figures.voices)}
        why={voicesUnknown(stats)}
        below={describeVoices(stats)}
      />
      <Figure
        name="On topic"
        value={hasShares && figures.onTopicShare !== null ? formatShare(figures.onTopicShare) : null}
        why={whyNoShare}
        below={describeMark(figures.offTopic, 'marked off-topic', figures.suggestedOffTopic)}
      />
      <Figure
        name="Uncivil"
        value={hasShares && figures.uncivilShare !== null ? formatShare(figures.uncivilShare) : null}
        why={whyNoShare}
        below={describeMark(figures.uncivil, 'marked uncivil', figures.suggestedUncivil)}
      />
      <Figure
        name="Waiting"
        value={formatCount(figures.waiting)}
        href={figures.waiting > 0 ? `/queue?article=${article.id}&queue=review` : undefined}
        below={figures.oldestWaitingAt === null ? 'nothing needs a person' : `oldest ${formatAge(figures.oldestWaitingAt, now)}`}
      />
      <Figure
        name="Median wait"
        value={figures.medianWaitSeconds === null ? null : formatWait(figures.medianWaitSeconds)}
        why={figures.comments === 0 ? UNKNOWN_WORDS.noComments : UNKNOWN_WORDS.notDecided}
        below={describeWait(stats)}
      />
    </dl>
  )
}

interface FigureProps {
  name: string
  /** Null where nothing is known; then `why` says so below the dash. */
  value: string | null
  why?: string
  below: ReactNode
  href?: string | undefined
}

function Figure({ name, value, why = '', below, href }: FigureProps) {
  return (
    <div className="flex flex-col bg-panel px-3.5 py-3">
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd className="text-2xl leading-8 font-[620] tracking-tight">
        {value === null ? <UnknownFigure why={why} /> : href === undefined ? value : <FigureLink href={href}>{value}</FigureLink>}
      </dd>
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

function describeComments({ figures }: ArticleStats): string {
  const parts = [
    figures.removed > 0 && `${formatCount(figures.removed)} ${figures.comments > 0 ? 'more ' : ''}deleted at source`,
    figures.edited > 0 && `${formatCount(figures.edited)} edited`,
  ].filter((part) => part !== false)
  if (figures.comments === 0) return parts.join(', ') || UNKNOWN_WORDS.noComments
  return [...parts, `${figures.statuses.rejected === 0 ? 'none' : formatCount(figures.statuses.rejected)} rejected`].join(', ')
}

function voicesUnknown({ figures }: ArticleStats): string {
  return figures.comments === 0 ? UNKNOWN_WORDS.noComments : UNKNOWN_WORDS.noAuthors
}

function describeVoices({ figures }: ArticleStats): string {
  const { voices, topTenShare, unknownAuthors } = figures
  const unknown = unknownAuthors > 0 ? `${formatCount(unknownAuthors)} without a name` : null
  const top = topTenShare === null || voices <= 10 ? null : `top 10 wrote ${formatShare(topTenShare)}`
  return [top, unknown].filter((part) => part !== null).join(', ') || 'every one named'
}

/** Facts, then what machines propose: never added up. */
function describeMark(marked: number, words: string, suggested: number): string {
  return `${formatCount(marked)} ${words}${suggested > 0 ? `, ${formatCount(suggested)} suggested` : ''}`
}

function describeWait({ figures }: ArticleStats): string {
  const p90 = figures.p90WaitSeconds === null ? '' : `9 of 10 within ${formatWait(figures.p90WaitSeconds)}`
  return figures.decided < 10 ? `${countOf(figures.decided, 'decision')} so far` : p90
}
