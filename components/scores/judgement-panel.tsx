'use client'

import { toast } from '../ui/toast'
import type { JudgementMeasures, JudgementOverview, JudgementVersion } from '@/lib/contracts/judgement'
import type { SiteSettings } from '@/lib/contracts/site'
import { JUDGEMENT_REFUSALS } from '@/lib/domain/judgement-refusals'
import { Section } from '../settings/section'
import { useSend } from '../settings/use-send'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Checkbox } from '../ui/checkbox'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'
import { useFormats, useWords } from '../words/words-context'
import { formatScore } from './words'

/** What the site has learnt from its decisions: each version, what it was worth, and the way back. */
export function JudgementPanel({ overview, settings }: { overview: JudgementOverview; settings: SiteSettings }) {
  const t = useWords('scores')
  const { live, versions, newDecisions, nextAfter } = overview
  const { send, isBusy, refusal } = useSend()
  const { name, policy, version } = settings

  async function choose(number: number | null): Promise<void> {
    if (await send<JudgementOverview>('PUT', 'settings/judgement', { number, seen: live })) {
      toast.success(number === null ? t('shippedNow') : t('judgementNow', { number: String(number) }))
    }
  }

  return (
    <Section
      title={t('judgement')}
      hint={t('judgementHint')}
      aside={
        live !== null && (
          <Button disabled={isBusy} onClick={() => void choose(null)}>
            {t('shipped')}
          </Button>
        )
      }
    >
      <Checkbox
        checked={policy.useJudgement}
        disabled={isBusy}
        onChange={(event) =>
          void send('PUT', 'settings/site', { name, policy: { ...policy, useJudgement: event.currentTarget.checked }, version })
        }
      >
        {t('scoreByIt')}
      </Checkbox>
      <p className="mt-2 mb-4 text-sm text-ink-3">
        {newDecisions < nextAfter
          ? t(versions.length > 0 ? 'untilNext' : 'untilFirst', { done: newDecisions, next: nextAfter })
          : t('isLearning')}
      </p>
      {refusal && (
        <Callout tone="error" className="mb-4">
          {refusal.message}
        </Callout>
      )}
      {versions.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t('nothingLearnt')}>
          {t('nothingLearntWhy', { count: nextAfter })}
        </EmptyState>
      ) : (
        <ol aria-label={t('versions')} className="divide-y divide-line rounded-md border border-line">
          {versions.map((one) => (
            <Version key={one.number} version={one} isBusy={isBusy} onUse={() => void choose(one.number)} />
          ))}
        </ol>
      )}
    </Section>
  )
}

const TONES = { live: 'green', retired: 'neutral', not_kept: 'neutral' } as const

function Version({ version, isBusy, onUse }: { version: JudgementVersion; isBusy: boolean; onUse: () => void }) {
  const t = useWords('scores')
  const { number, state, decisions, learntAt, measures, canGoLive, baseVersion } = version
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-[580]">{t('version', { number: String(number) })}</span>
          <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
          <span className="text-sm text-ink-3">
            {t.parts('learntFrom', {
              count: decisions,
              base: <bdi key="base">{baseVersion}</bdi>,
              time: <LocalTime key="time" at={learntAt} />,
            })}
          </span>
        </p>
        {measures.refusal !== null && <Refusal refusal={measures.refusal} />}
        <Measures measures={measures} />
      </div>
      {state !== 'live' && canGoLive && (
        <Button size="sm" disabled={isBusy} onClick={onUse}>
          {t('use', { number: String(number) })}
        </Button>
      )}
    </li>
  )
}

function Refusal({ refusal }: { refusal: string }) {
  const t = useWords('scores')
  const code = JUDGEMENT_REFUSALS.find((one) => one === refusal)
  return <p className="text-sm text-ink-2">{code === undefined ? <bdi lang="en">{refusal}</bdi> : t(`refused.${code}`)}</p>
}

/** AUC: how often a marked comment scores above an unmarked one. */
function Measures({ measures: { triedOn, marks } }: { measures: JudgementMeasures }) {
  const t = useWords('scores')
  const glossary = useWords('glossary')
  const formats = useFormats()
  if (marks.length === 0) return null
  const nameOf = (mark: (typeof marks)[number]['mark']) =>
    mark === 'uncivil' || mark === 'off_topic' ? t(`name.${mark}`) : glossary(`kind.${mark}`)
  const auc = (value: number | null) => (value === null ? '–' : formatScore(formats, value))
  const loss = (value: number) => formats.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  return (
    <table className="mt-1.5 text-sm tabular-nums">
      <caption className="pb-0.5 text-start text-ink-3">{t('triedOn', { count: triedOn })}</caption>
      <thead className="text-ink-3">
        <tr>
          {(['mark', 'marked', 'auc', 'logLoss'] as const).map((word) => (
            <th key={word} scope="col" className="py-0.5 pe-4 text-start font-[530]">
              {t(`measure.${word}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {marks.map(({ mark, positives, before, after, isKept }) => (
          <tr key={mark} className={isKept ? '' : 'text-ink-3'}>
            <th scope="row" className="pe-4 text-start font-normal first-letter:uppercase">
              {isKept ? nameOf(mark) : t('leftToModels', { mark: nameOf(mark) })}
            </th>
            <td className="pe-4">{formats.number(positives)}</td>
            <td className="pe-4">{t('change', { before: auc(before.auc), after: auc(after.auc) })}</td>
            <td>{t('change', { before: loss(before.logLoss), after: loss(after.logLoss) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
