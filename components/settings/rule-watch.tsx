import Link from 'next/link'
import type { ReactNode } from 'react'
import type { RuleFigures, RuleOtherwise, RuleOtherwiseList, RuleResource, RuleSpans } from '@/lib/contracts/rule'
import type { Estimate } from '@/lib/domain/agreement'
import { CommentText } from '../moderation/comment-text'
import { TextCover } from '../moderation/harsh-cover'
import { Badge } from '../ui/badge'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'
import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'
import { describeStop } from './rule-stop'
import { Section } from './section'

interface RuleWatchProps {
  t: Words<'rules'>
  formats: Formats
  rule: RuleResource
  figures: RuleFigures
  otherwise: RuleOtherwiseList
}

/** What a rule did, what people made of it, and where they saw it otherwise. */
export function RuleWatch({ t, formats, rule, figures, otherwise }: RuleWatchProps) {
  return (
    <div className="flex flex-col gap-4">
      {rule.stopped !== null && (
        <Callout tone="warning">
          {t.parts('stopped.since', { at: <LocalTime key="at" at={rule.stopped.at} /> })} {describeStop(t, formats, rule.stopped)}{' '}
          {rule.triedAt === null && t('stopped.next')}
        </Callout>
      )}
      <Section title={t('did.title')} hint={t('did.hint')}>
        <FiguresTable t={t} formats={formats} rule={rule} figures={figures} />
        <Shares t={t} formats={formats} share={figures.share} foretold={rule.foretold} />
      </Section>
      <Section title={t('trial.otherwise')} hint={t('otherwise.hint')}>
        <OtherwiseList t={t} list={otherwise} />
      </Section>
    </div>
  )
}

const SPANS = ['today', 'week', 'month'] as const

function FiguresTable({ t, formats, rule, figures: { did, same, otherwise, unseen } }: Omit<RuleWatchProps, 'otherwise'>) {
  // Another outcome than the rule's own is told where it happened: what people bring in waits, and a rule can be changed.
  const shown = did.filter(({ outcome, month }) => outcome === rule.outcome || outcome === 'passed_over' || month > 0)
  const rows: [string, RuleSpans][] = [
    ...shown.map((one): [string, RuleSpans] => [t(`did.${one.outcome}`), one]),
    [t('seen.same'), same],
    [t('seen.otherwise'), otherwise],
    [t('seen.unseen'), unseen],
  ]
  return (
    <table className="w-full max-w-xl border-collapse">
      <thead className="text-sm text-ink-3">
        <tr>
          <td />
          {SPANS.map((span) => (
            <th key={span} scope="col" className="ps-3 pb-1 text-end font-[530]">
              {t(`span.${span}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, spans], at) => (
          <tr key={name} className={at === shown.length ? 'border-t-2 border-line' : 'border-t border-line'}>
            <th scope="row" className="py-1.5 text-start font-normal">
              {name}
            </th>
            {SPANS.map((span) => (
              <td key={span} data-figures className="ps-3 text-end">
                {formats.number(spans[span])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The share seen otherwise, beside what the trial had found. */
function Shares({
  t,
  formats,
  share,
  foretold,
}: {
  t: Words<'rules'>
  formats: Formats
  share: Estimate | null
  foretold: Estimate | null
}) {
  const parts: [string, ReactNode][] = [
    [t('share.now'), share === null ? t('share.few') : writeShare(t, formats, share)],
    [t('share.foretold'), foretold === null ? t('share.few') : writeShare(t, formats, foretold)],
  ]
  return (
    <dl className="mt-4 grid max-w-xl gap-x-6 gap-y-2 sm:grid-cols-2">
      {parts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-ink-3">{name}</dt>
          <dd data-figures className="font-[580]">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function writeShare(t: Words<'rules'>, formats: Formats, { value, low, high }: Estimate): string {
  return `${formats.percent(value)} (${t('interval', { low: formats.percent(low), high: formats.percent(high) })})`
}

function OtherwiseList({ t, list: { comments, hasMore } }: { t: Words<'rules'>; list: RuleOtherwiseList }) {
  if (comments.length === 0) return <EmptyState kind="all-done" title={t('otherwise.none')} />
  return (
    <>
      <ul aria-label={t('trial.otherwise')}>
        {comments.map((one) => (
          <li key={`${one.id} ${one.at}`} className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
            <OtherwiseItem t={t} one={one} />
          </li>
        ))}
      </ul>
      {hasMore && <p className="mt-3 text-sm text-ink-3">{t('otherwise.cut', { count: comments.length })}</p>}
    </>
  )
}

function OtherwiseItem({ t, one: { id, excerpt, articleTitle, did, made, isHarsh, at } }: { t: Words<'rules'>; one: RuleOtherwise }) {
  return (
    <>
      <TextCover id={id} isHarsh={isHarsh}>
        <CommentText text={excerpt} lines={3} />
      </TextCover>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
        <Badge>{t(`did.${did}`)}</Badge>
        <span>{t('otherwise.people')}</span>
        <Badge>{t(`made.${made}`)}</Badge>
        <LocalTime at={at} />
        <Link href={`/queue?queue=newest&comment=${id}`} prefetch={false} className="text-accent hover:underline">
          <bdi>{articleTitle}</bdi>
        </Link>
      </p>
    </>
  )
}
