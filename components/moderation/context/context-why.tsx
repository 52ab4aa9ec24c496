import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommentContext, QueueRow } from '@/lib/contracts/queue'
import { UNCIVIL_KINDS } from '@/lib/domain/comment'
import { Button } from '../../ui/button'
import { joinClasses } from '../../ui/class-names'
import { laterDialog } from '../../ui/later'
import type { Words } from '../../words/rooms'
import { useFormats, useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { HarshCover } from '../harsh-cover'
import { ContextSection } from './context-section'
import { listReasonSpans } from '../reason-spans'
import { ScoreSources } from './score-sources'
import { formatScore } from '../status-badge'
import { describeFinding, nameKind } from '../finding-words'
import { writeWaveCount } from '../queue/wave-words'
import { describeWave } from './precedent-words'

const BatchDialog = laterDialog(() => import('../decision/batch-dialog').then((module) => module.BatchDialog))

type Score = CommentContext['scores'][number]

/** Why the comment came to a person: what the rules found, what each scorer measured, and where in the text. */
export function ContextWhy({ context, isDeciding }: { context: CommentContext; isDeciding: boolean }) {
  const t = useWords('context')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const { row, scores, missingScores, reports } = context
  const measured = [...scores].sort((a, b) => groupOf(a) - groupOf(b) || b.value - a.value)
  const spans = listReasonSpans(scores)
  // Once they are answered they still say why it came.
  const open = reports.filter((report) => !report.isResolved)
  const complaints = open.length > 0 ? open : reports
  return (
    <ContextSection title={t('why.title')}>
      {row.findings.length === 0 && complaints.length === 0 && row.wave === null && <p className="text-ink-2">{t('why.none')}</p>}
      <ul className="flex flex-col gap-0.5">
        {row.findings.map((finding) => (
          <li key={finding.phase + finding.why} className="flex gap-2">
            <span aria-hidden className={joinClasses('mt-[0.45rem] size-1.5 shrink-0 rounded-full', FINDING_DOTS[finding.outcome])} />
            <span>
              {describeFinding(t, glossary, formats, finding)} <span className="text-ink-3">· {t(`why.${finding.outcome}`)}</span>
            </span>
          </li>
        ))}
        {complaints.length > 0 && (
          <li className="flex gap-2">
            <span aria-hidden className="mt-[0.45rem] size-1.5 shrink-0 rounded-full bg-ink-3" />
            {t('why.complaints', {
              count: complaints.length,
              reasons: formats.list([...new Set(complaints.map((report) => glossary(`reason.${report.reason}`)))]),
            })}
          </li>
        )}
      </ul>
      {row.wave !== null && <WaveLine wave={row.wave} context={context} isDeciding={isDeciding} />}
      {measured.length > 0 && <ScoreSources scores={measured} />}
      {measured.length > 0 && (
        <dl className="mt-1.5 grid grid-cols-[auto_minmax(3rem,1fr)_auto] items-center gap-x-3 gap-y-1.5 text-sm text-ink-2">
          {measured.map((score) => (
            <ScoreMeter key={`${score.scorer} ${score.attribute}`} score={score} />
          ))}
        </dl>
      )}
      {missingScores.length > 0 && (
        <ul aria-label={t('why.notScored')} className="mt-2.5 flex flex-col gap-0.5 text-sm text-ink-2">
          {missingScores.map((missing) => (
            <li key={missing.scorer}>
              {t.parts(missing.isWaiting ? 'why.notScoredYet' : 'why.notScoredBy', { scorer: <bdi key="scorer">{missing.scorer}</bdi> })}
              {missing.failure !== null && (
                <>
                  : <bdi lang="en">{missing.failure}</bdi>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {spans.length > 0 && (
        <blockquote className="mt-3 rounded-md bg-sunk px-3 py-2 text-ink-2">
          <HarshCover comment={row}>
            <CommentText text={row.body} spans={spans} spanWord={t('why.spans')} lines={14} />
          </HarshCover>
        </blockquote>
      )}
    </ContextSection>
  )
}

/** How many others say nearly the same, and a decision on all of them at once. */
function WaveLine({ wave, context, isDeciding }: { wave: NonNullable<QueueRow['wave']>; context: CommentContext; isDeciding: boolean }) {
  const t = useWords('context')
  const formats = useFormats()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <span>{t('why.others', { count: wave.count - 1, total: writeWaveCount(formats, wave.count, 1) })}</span>
      {isDeciding && (
        <Button size="sm" onClick={() => setOpen(true)}>
          {t('why.decideAll')}
        </Button>
      )}
      {isOpen && (
        <BatchDialog
          what={describeWave(t, formats, context)}
          of={{ kind: 'wave', waveId: wave.id }}
          onDone={() => void client.invalidateQueries({ queryKey: ['comment'] })}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

const FINDING_DOTS = {
  hold: 'bg-accent',
  publish: 'bg-green',
  reject: 'bg-ink',
  passed_over: 'bg-ink-3',
  suggest_uncivil: 'bg-rose',
  suggest_off_topic: 'bg-amber',
} as const

function ScoreMeter({ score }: { score: Score }) {
  const t = useWords('context')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const word = nameAttribute(t, glossary, score)
  const isTopic = score.attribute.startsWith('off_topic')
  return (
    <div className="contents">
      <dt title={`${score.scorer} ${score.version}`} className="first-letter:uppercase">
        {word}
      </dt>
      <dd className="contents">
        <span
          role="meter"
          aria-label={word}
          aria-valuemin={0}
          aria-valuemax={1}
          aria-valuenow={score.value}
          className="h-1.5 overflow-hidden rounded-full bg-line"
        >
          <span
            className={joinClasses('block h-full rounded-full', isTopic ? 'bg-amber' : 'bg-rose')}
            style={{ width: `${Math.round(score.value * 100)}%` }}
          />
        </span>
        <span data-figures className="text-end text-ink">
          {formatScore(formats, score.value)}
        </span>
      </dd>
    </div>
  )
}

const TOPIC_KEYS = {
  'off_topic.article': 'topic.article',
  'off_topic.parent': 'topic.parent',
  'watched_word.held': 'topic.heldWord',
} as const

/** Below this a text is not of the likeliest kind either. */
const OF_A_KIND = 0.25

/** The attribute in words; one we have no word for shows as the scorer calls it. */
function nameAttribute(t: Words<'context'>, glossary: Words<'glossary'>, { scorer, attribute, value }: Score): string {
  const kind = UNCIVIL_KINDS.find((name) => attribute === `uncivil.${name}`)
  if (kind !== undefined && scorer === 'watched_words') return t('topic.listedWord', { kind: nameKind(t, glossary, kind) })
  if (kind !== undefined) return value < OF_A_KIND ? t('topic.uncivil') : nameKind(t, glossary, kind)
  return attribute in TOPIC_KEYS ? t(TOPIC_KEYS[attribute as keyof typeof TOPIC_KEYS]) : attribute
}

/** Incivility first, then the topic, then the rest. */
function groupOf(score: Score): number {
  return score.attribute.startsWith('uncivil') ? 0 : score.attribute.startsWith('off_topic') ? 1 : 2
}
